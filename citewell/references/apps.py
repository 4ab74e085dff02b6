"""The references room as a Django app."""

from django.apps import AppConfig


class ReferencesConfig(AppConfig):
    name = "citewell.references"
    label = "citewell_references"
    verbose_name = "References"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from citewell.references import findings, receivers  # noqa: F401
        from citewell.references.links import saying as _links  # noqa: F401
        from citewell.references.watching import board, saying  # noqa: F401

        receivers.connect()
