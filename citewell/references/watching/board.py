"""Rows of the review board: pages, live or drafts, that cite what was retracted."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citewell.findings.board import Fact, facts, register_board_rows
from citewell.references.usage_model import SourceUsage


def retracted() -> Any:
    """Usages of sources that are retracted."""
    return SourceUsage.objects.filter(source__is_retracted=True)


def pages() -> Any:
    """The keys of the pages that cite a retracted source."""
    return retracted().values("page")


def cited_on(keys: Collection[int]) -> Any:
    """The retracted sources of these pages."""
    return facts(retracted().filter(page__in=keys), F("page"), title="source__title")


def say(known: Sequence[Fact]) -> Any:
    """The sources, each once, in one sentence."""
    titles = sorted({fact["title"] for fact in known})
    named = "; ".join(f"“{title}”" for title in titles)
    return _("Cites what was retracted: %(titles)s.") % {"titles": named}


register_board_rows(
    "retracted", gettext_lazy("Cite a retracted source"), pages=pages, facts=cited_on, say=say
)
