"""The syndication room as a Django app."""

from django.apps import AppConfig


class SyndicationConfig(AppConfig):
    name = "syndication"
    label = "syndication"
    verbose_name = "Syndication"
    default_auto_field = "django.db.models.BigAutoField"
