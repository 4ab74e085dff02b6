"""Addresses of the feedback room."""

from django.urls import path

from feedback import views

urlpatterns = [
    path("<int:page_id>/error/", views.report, name="feedback_report"),
    path("<int:page_id>/useful/", views.useful, name="feedback_useful"),
    path("answer/<slug:code>/", views.answer, name="feedback_answer"),
]
