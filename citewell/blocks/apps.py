"""The blocks room as a Django app."""

from django.apps import AppConfig


class BlocksConfig(AppConfig):
    name = "citewell.blocks"
    label = "citewell_blocks"
    verbose_name = "Blocks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from citewell.blocks import (  # noqa: F401
            checks,
            findings,
            linked_documents,
            uncited,
        )
