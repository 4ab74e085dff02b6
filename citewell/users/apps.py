"""The users room as a Django app."""

from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "citewell.users"
    label = "citewell_users"
    verbose_name = "Users"
    default_auto_field = "django.db.models.BigAutoField"
