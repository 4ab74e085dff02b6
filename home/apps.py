"""The home room as a Django app."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = "Home"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.core.checks import register
        from wagtail.signals import page_published, page_unpublished

        from home import checks, withdrawal

        register(checks.theme_exists)
        page_unpublished.connect(withdrawal.note_withdrawal)
        page_published.connect(withdrawal.forget_withdrawal)
