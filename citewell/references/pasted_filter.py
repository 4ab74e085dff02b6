"""The library narrowed to what came in with a pasted list, or was there already."""

from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils import formats, timezone
from django.utils.translation import ngettext

from citewell.references.pasted import PastedReference
from citewell.references.source import Source

NEW, KNOWN = PastedReference.Outcome.NEW, PastedReference.Outcome.KNOWN


def choices_for(user: Any) -> list[tuple[str, str]]:
    """Of each list somebody pasted lately: what came in, and what was there already."""
    lists = PastedReference.objects.filter(list__user=user.pk, outcome__in=[NEW, KNOWN])
    counted = lists.values_list("list", "list__created_at", "outcome").annotate(number=Count("pk"))
    return [
        (f"{key}.{outcome}", _label(pasted_at, outcome, number))
        for key, pasted_at, outcome, number in counted.order_by("-list__created_at", "-outcome")
    ]


def _label(pasted_at: Any, outcome: str, number: int) -> str:
    when = formats.date_format(timezone.localtime(pasted_at), "SHORT_DATETIME_FORMAT")
    if outcome == NEW:
        words = ngettext("%(n)d came in, %(when)s", "%(n)d came in, %(when)s", number)
    else:
        words = ngettext(
            "%(n)d was there already, %(when)s", "%(n)d were there already, %(when)s", number
        )
    return words % {"n": number, "when": when}


def narrow(sources: QuerySet[Source], choice: str) -> QuerySet[Source]:
    """Those of the sources that one of these choices means."""
    key, _dot, outcome = choice.partition(".")
    meant = PastedReference.objects.filter(list=UUID(key), outcome=outcome, source__isnull=False)
    return sources.filter(pk__in=meant.values("source"))
