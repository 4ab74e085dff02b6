"""The images room as a Django app."""

from django.apps import AppConfig


class ImagesConfig(AppConfig):
    name = "citewell.images"
    label = "citewell_images"
    verbose_name = "Images"
    default_auto_field = "django.db.models.BigAutoField"
