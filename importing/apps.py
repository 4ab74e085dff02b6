"""The importing room as a Django app."""

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    name = "importing"
    label = "importing"
    verbose_name = "Importing"
    default_auto_field = "django.db.models.BigAutoField"
