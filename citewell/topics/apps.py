"""The topics room as a Django app."""

from django.apps import AppConfig


class TopicsConfig(AppConfig):
    name = "citewell.topics"
    label = "citewell_topics"
    verbose_name = "Topics"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from citewell.topics import checks  # noqa: F401  registers itself
