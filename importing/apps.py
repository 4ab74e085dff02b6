"""The importing room as a Django app."""

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    name = "importing"
    label = "importing"
    verbose_name = "Importing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.signals import page_published

        from importing.wordpress.addresses import add_redirects

        page_published.connect(add_redirects, dispatch_uid="importing_redirects")
