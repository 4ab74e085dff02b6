"""The findings room as a Django app."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    name = "citewell.findings"
    label = "citewell_findings"
    verbose_name = "Findings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from citewell.findings import wall

        wall.connect()
