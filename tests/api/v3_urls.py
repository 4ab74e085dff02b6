"""The site's addresses with Wagtail's v3 API switched on, as ``api.writing`` mounts it."""

from django.urls import path
from wagtail.api.v3.urls import api

from config.urls import urlpatterns as site_urls

urlpatterns = [path("api/v3/", api.urls), *site_urls]
