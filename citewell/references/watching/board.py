"""Rows of the review board: pages, live or drafts, that cite what was retracted."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citewell.findings.board import register_board_rows
from citewell.references.usage_model import SourceUsage


def retracted() -> Any:
    """Usages of sources that are retracted."""
    return SourceUsage.objects.filter(source__is_retracted=True)


def pages() -> Any:
    """The keys of the pages that cite a retracted source."""
    return retracted().values("page")


def reasons(keys: Collection[int]) -> dict[int, Any]:
    """For each of these pages the sources, in one sentence; one query."""
    titles: dict[int, list[str]] = {}
    found = retracted().filter(page__in=keys).order_by("page", "source")
    for page, title in found.values_list("page", "source__title").distinct():
        titles.setdefault(page, []).append(title)
    return {
        page: _("Cites what was retracted: %(titles)s.")
        % {"titles": "; ".join(f"“{title}”" for title in its)}
        for page, its in titles.items()
    }


register_board_rows(
    "retracted", gettext_lazy("Cite a retracted source"), pages=pages, reasons=reasons
)
