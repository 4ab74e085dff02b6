"""The wording room as a Django app."""

from django.apps import AppConfig


class WordingConfig(AppConfig):
    name = "citewell.wording"
    label = "citewell_wording"
    verbose_name = "Wording"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from citewell.wording import (  # noqa: F401
            findings,
            glossary,
            indexing,
            plain_findings,
            tasks,
        )

        glossary.connect()
        indexing.connect()
