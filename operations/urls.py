"""Addresses for machines that look after the site."""

from django.urls import path

from operations.health import Ready

urlpatterns = [path("readyz", Ready.as_view(), name="ready")]
