"""Identifiers of imported pages that stand twice, found by ``check --database default``.

The database holds no such constraint: aliases, copies and translations repeat a page's
fields. A warning, since ``migrate`` runs this check and must not stop at it.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError, transaction
from django.db.models import Count
from wagtail.models import Page, Site

LISTED = 50


@register(Tags.database)
def external_ids_stand_once(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """``conditions.W001``: two pages of a site and language share an identifier."""
    if not databases:
        return []
    try:
        with transaction.atomic():
            return [_message(*found) for found in repeated_external_ids()[:LISTED]]
    except DatabaseError:  # not migrated yet
        return []


def repeated_external_ids() -> list[tuple[str, list[int]]]:
    """Each identifier that pages of one site and language share, with the pages' keys."""
    from conditions.models import ConditionPage

    pages = ConditionPage.objects.exclude(external_id="").filter(alias_of=None).order_by()
    twice = (
        pages.values("external_id", "locale")
        .annotate(number=Count("pk"))
        .filter(number__gt=1)
        .values("external_id")
    )
    homes = Page.objects.filter(
        translation_key__in=Site.objects.values("root_page__translation_key")
    )
    starts = list(homes.values_list("path", flat=True))
    groups: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    for key, external_id, locale, path in pages.filter(external_id__in=twice).values_list(
        "pk", "external_id", "locale_id", "path"
    ):
        start = max((start for start in starts if path.startswith(start)), key=len, default="")
        groups[external_id, locale, start].append(key)
    return sorted((found[0], keys) for found, keys in groups.items() if len(keys) > 1)


def _message(external_id: str, keys: list[int]) -> CheckMessage:
    return Warning(
        f"The external identifier {external_id!r} stands on pages "
        f"{', '.join(map(str, keys))} of one site and language.",
        hint="Clear it on all but one of them; an import would not know which to update.",
        id="conditions.W001",
    )
