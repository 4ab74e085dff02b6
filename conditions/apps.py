"""The conditions room as a Django app."""

from django.apps import AppConfig


class ConditionsConfig(AppConfig):
    name = "conditions"
    label = "conditions"
    verbose_name = "Conditions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from conditions import checks, findings  # noqa: F401  register themselves
