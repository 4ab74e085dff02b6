"""The people room as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "citewell.people"
    label = "citewell_people"
    verbose_name = "People"
    default_auto_field = "django.db.models.BigAutoField"
