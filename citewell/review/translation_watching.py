"""Translations behind their originals, on the review board and among a page's findings."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page

from citewell.findings.board import facts, register_board_rows
from citewell.findings.registry import REGISTRY, Finding, register
from citewell.review.model_translation import TranslationCheck

LABEL = gettext_lazy("Translation behind its original")


def sentence(changes: int) -> str:
    """How far a translation is behind, for editors."""
    return ngettext(
        "The original was changed in %(count)d place since this translation was checked.",
        "The original was changed in %(count)d places since this translation was checked.",
        changes,
    ) % {"count": changes}


@REGISTRY.before_many
def load_checks(pages: list[Page]) -> None:
    """How far many pages are behind their originals; one query."""
    checks = TranslationCheck.objects.defer("packed").in_bulk([page.pk for page in pages])
    for page in pages:
        page.check_of_translation = checks.get(page.pk)


@register("translation-behind", LABEL, is_hint=True)
def translation_behind(page: Any) -> Iterator[Finding]:
    """A translation whose original changed since it was checked.

    A hint: the words that mend it have to be saved and signed before they can be published.
    """
    if not hasattr(page, "check_of_translation"):
        load_checks([page])
    check = page.check_of_translation
    if check and check.changes:
        yield Finding(
            sentence(check.changes),
            str(gettext_lazy("“Read and sign” shows what is new in the original.")),
        )


def behind(keys: Collection[int]) -> QuerySet[Any]:
    """How far each of these pages is behind its original."""
    checks = TranslationCheck.objects.filter(changes__gt=0, page__in=keys)
    return facts(checks, F("page"), changes="changes")


register_board_rows(
    "translations",
    LABEL,
    pages=lambda: TranslationCheck.objects.filter(changes__gt=0).values("page"),
    facts=behind,
    say=lambda known: sentence(known[0]["changes"]),
)
