"""Addresses outside the admin: the history for readers, secret ones for calendars and mails."""

from django.urls import path

from citewell.review import calendar_feed, history, subscription_views

urlpatterns = [
    path("calendar/<str:secret>.ics", calendar_feed.calendar, name="review_calendar"),
    path("history/<int:page_id>/", history.history, name="review_history"),
    path("digest/<str:secret>/", subscription_views.pause, name="review_digest"),
]
