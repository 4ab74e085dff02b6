"""Deploy checks: the invented clinic must not go live as a real one."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError

from citewell.organisation.models import Organisation
from citewell.people.models import Person

PREFIX = "DEMO-"


@register(Tags.security, deploy=True)
def demo_is_not_live(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """``demo.E001``: an invented organisation or registration is in the database."""
    try:
        found = [
            *Organisation.objects.filter(is_demo=True).values_list("name", flat=True),
            *Person.objects.filter(registration_number__startswith=PREFIX).values_list(
                "name", flat=True
            ),
        ]
    except DatabaseError:  # not migrated yet: nothing can be live
        return []
    if not found:
        return []
    return [
        Error(
            f"The invented demo clinic is in this database: {', '.join(found)}.",
            hint=(
                "Start a real site with an empty database, or delete the demo's pages and people "
                "and untick “demonstration” under Settings, Organisation."
            ),
            id="demo.E001",
        )
    ]


@register(Tags.security, deploy=True)
def demo_is_not_indexed(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """``demo.E002``: search engines are let into a demonstration."""
    if not settings.CITEWELL_DEMO_INDEXED:
        return []
    return [
        Error(
            "Search engines may index the demonstration.",
            hint="Set CITEWELL_DEMO_INDEXED=0; it is for measuring on one's own machine.",
            id="demo.E002",
        )
    ]
