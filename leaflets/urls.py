"""Addresses of the leaflets room."""

from django.urls import path

from leaflets import views

leaflet_patterns = [
    path("<int:page_id>/", views.leaflet, name="leaflet"),
    path("<int:page_id>/pdf/", views.leaflet_pdf, name="leaflet_pdf"),
]
check_patterns = [
    path("", views.ask, name="leaflet_ask"),
    path("<str:code>/", views.check, name="leaflet_check"),
]
