"""Translations behind their originals, on the review board and among a page's findings."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page

from citewell.findings.board import register_board_rows
from citewell.findings.registry import REGISTRY, Finding, register
from citewell.review.model_translation import TranslationCheck

LABEL = gettext_lazy("Translation behind its original")


def sentence(check: TranslationCheck) -> str:
    """How far a translation is behind, for editors."""
    return ngettext(
        "The original was changed in %(count)d place since this translation was checked.",
        "The original was changed in %(count)d places since this translation was checked.",
        check.changes,
    ) % {"count": check.changes}


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
            sentence(check),
            str(gettext_lazy("“Read and sign” shows what is new in the original.")),
        )


def reasons(keys: Collection[int]) -> Mapping[int, str]:
    """Why each page stands on the board."""
    checks = TranslationCheck.objects.defer("packed").in_bulk(keys)
    return {key: sentence(check) for key, check in checks.items()}


register_board_rows(
    "translations",
    LABEL,
    pages=lambda: TranslationCheck.objects.filter(changes__gt=0).values("page"),
    reasons=reasons,
)
