"""Reports on the review board, and counts beside a page's findings."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from citewell.findings.board import Fact, facts, register_board_rows
from citewell.findings.registry import REGISTRY
from feedback.models import ErrorReport, UsefulCount


def reported() -> Any:
    """Pages with an open report, as a query of keys."""
    return ErrorReport.objects.filter(closed_on=None, page__isnull=False).values("page")


def reported_on(keys: Collection[int]) -> Any:
    """The open reports about these pages."""
    rows = ErrorReport.objects.filter(closed_on=None, page__in=keys)
    return facts(rows, F("page"), verdict="verdict", is_corrected="is_corrected")


def say(known: Sequence[Fact]) -> str:
    """What waits on a page."""
    waits = {
        str(ErrorReport(verdict=fact["verdict"], is_corrected=fact["is_corrected"]).waits_for())
        for fact in known
    }
    return _("Readers reported: %(what)s") % {"what": ", ".join(sorted(waits))}


register_board_rows(
    "reported", gettext_lazy("Reported errors"), pages=reported, facts=reported_on, say=say
)


@REGISTRY.register_fact
def usefulness(page: Page) -> str:
    """What readers of the live version answered; empty where nobody did."""
    if not page.pk or not page.live_revision_id:
        return ""
    rows = UsefulCount.objects.filter(page=page.pk, revision=page.live_revision_id)
    counts = {row.answer: row.count for row in rows}
    if not counts:
        return ""
    said = [
        f"{label}: {counts[value]}"
        for value, label in UsefulCount.Answer.choices
        if counts.get(value)
    ]
    return _("Was this page useful? This version: %(said)s.") % {"said": ", ".join(said)}
