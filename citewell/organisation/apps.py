"""The organisation room as a Django app."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _follow_base_url(**kwargs: Any) -> None:
    from citewell.organisation.addresses import follow_base_url

    follow_base_url()


class OrganisationConfig(AppConfig):
    name = "citewell.organisation"
    label = "citewell_organisation"
    verbose_name = "Organisation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from citewell.organisation.signals import connect

        connect()
        # After every app's migrations: this app's may run before Wagtail makes its site.
        post_migrate.connect(_follow_base_url, sender=self)
