"""What keeps a clinical page from being live: its section's policy, and no valid sign-off."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from citewell.findings.gate import register_guard
from citewell.review.clinical import ClinicalPage
from citewell.review.content import content_hash, subject_of
from citewell.review.covering import coverage_of
from citewell.review.models import SignOff, SignOffPolicy
from citewell.review.risk import is_lowered_alone


@register_guard
def reasons_to_wait(page: Any) -> Iterator[str]:
    """The reasons against a page being live, by the policy where it stands."""
    if not isinstance(page, ClinicalPage):
        return
    mode = SignOffPolicy.mode_of(page)
    if mode not in SignOffPolicy.STRICT:
        return
    if is_lowered_alone(page):
        yield _("Its risk is lowered once two reviewers have signed it as routine.")
    yield from missing_signatures(page, mode)


def missing_signatures(page: Any, mode: str) -> Iterator[str]:
    """What is missing before a clinical page may be live under a strict policy."""
    found = coverage_of(subject_of(page))
    if mode == SignOffPolicy.Mode.SELF_CHECKED and SignOff.Risk.HIGH in (
        page.risk_level,
        found.risk,
    ):
        yield _("Pages of high risk cannot be live where clinicians check their own pages.")
        return
    now = content_hash(page)
    if found.is_enough(now, page.risk_level):
        return
    if found.of(now):
        yield _("It is of high risk: a second clinical reviewer has to sign it as it stands.")
    elif found.last is None:
        yield _("No clinical reviewer has signed it.")
    else:
        yield _("It was changed after it was signed: a clinical reviewer has to sign it again.")
