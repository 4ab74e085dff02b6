"""The pages room as a Django app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "citewell.pages"
    label = "citewell_pages"
    verbose_name = "Pages"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from citewell.pages import checks  # noqa: F401  they register themselves
