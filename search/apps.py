"""The search room as a Django app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    verbose_name = "Search"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from search import receivers
        from search.learning.noting import meetings

        receivers.connect()
        meetings()  # before the server forks, so that its processes share the counts
