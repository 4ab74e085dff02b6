"""Reports on the review board, and counts beside a page's findings."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from citewell.findings.board import register_board_rows
from citewell.findings.registry import REGISTRY
from feedback.models import ErrorReport, UsefulCount


def reported() -> Any:
    """Pages with an open report, as a query of keys."""
    return ErrorReport.objects.filter(closed_on=None, page__isnull=False).values("page")


def reasons(keys: Collection[int]) -> dict[int, str]:
    """What waits on each page."""
    found: dict[int, list[str]] = {}
    for row in ErrorReport.objects.filter(closed_on=None, page__in=keys):
        found.setdefault(row.page_id or 0, []).append(str(row.waits_for()))
    return {
        key: _("Readers reported: %(what)s") % {"what": ", ".join(dict.fromkeys(rows))}
        for key, rows in found.items()
    }


register_board_rows("reported", gettext_lazy("Reported errors"), pages=reported, reasons=reasons)


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
