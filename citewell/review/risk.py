"""Lowering a page's risk: no editor does it alone."""

from typing import Any

from citewell.review.content import subject_of
from citewell.review.coverage import coverage
from citewell.review.model_chain import SignOff, entries_of


def is_lowered_alone(page: Any) -> bool:
    """Whether a page, as it stands in memory, is routine although it was of high risk.

    It was where the stored page or its latest draft says so. Two reviewers who sign the
    same content as routine lower it.
    """
    if page.pk is None or page.risk_level == SignOff.Risk.HIGH or not was_high(page):
        return False
    return not coverage(entries_of(SignOff.objects.about(subject_of(page)))).is_routine_agreed


def was_high(page: Any) -> bool:
    """Whether the stored page or its latest draft is of high risk; one query."""
    rows = type(page)._base_manager.filter(pk=page.pk)
    levels = rows.values_list("risk_level", "latest_revision__content__risk_level").first()
    return SignOff.Risk.HIGH in (levels or ())
