"""System checks of the leaflets room."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError, transaction


@register
def check_pdf(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """``leaflets.W001``: leaflets are printed from the browser only."""
    from leaflets.pdf import is_available

    if is_available():
        return []
    return [
        Warning(
            "Leaflets cannot be made as PDF here; readers are offered printing.",
            hint="Install Pango (Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
            "libharfbuzz-subset0); WeasyPrint needs it.",
            id="leaflets.W001",
        )
    ]


@register(Tags.database)
def check_base_url(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """``leaflets.W002``: paper is about that leads to another address."""
    if not databases:
        return []
    try:
        with transaction.atomic():
            old = elsewhere()
    except DatabaseError:  # not migrated yet
        return []
    return [
        Warning(
            f"{count} leaflets point to {base}, which is not CHECK_BASE_URL any more.",
            hint="Keep the old address answering, or redirect its /check/ here, as long as paper "
            "is about.",
            id="leaflets.W002",
        )
        for base, count in sorted(old.items())
    ]


def elsewhere() -> dict[str, int]:
    """How many leaflets were made for each address that is not today's."""
    from django.db.models import Count

    from leaflets.making import check_base_url as today
    from leaflets.models import Leaflet

    rows = Leaflet.objects.exclude(base_url=today()).values_list("base_url")
    return dict(rows.annotate(Count("pk")))
