"""Addresses of the search room."""

from django.urls import path

from search import views

urlpatterns = [
    path("", views.search, name="search"),
    path("chosen/", views.chosen, name="search_chosen"),
    path("suggest/", views.suggest, name="search_suggest"),
]
