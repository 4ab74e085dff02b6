"""The organisation room as a Django app."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "citewell.organisation"
    label = "citewell_organisation"
    verbose_name = "Organisation"
    default_auto_field = "django.db.models.BigAutoField"
