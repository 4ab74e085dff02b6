"""The review room as a Django app."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "citewell.review"
    label = "citewell_review"
    verbose_name = "Clinical review"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from citewell.review import (  # noqa: F401  they register
            checks,
            gate,
            owning,
            policy_views,
            translation_watching,
        )
