"""What the chain says of a page now, kept in a row for lists, search and API."""

from typing import Any

from django.utils import timezone

from citewell.pages.signals import pages_written
from citewell.review.content import content_hash, subject_of
from citewell.review.coverage import Coverage, coverage
from citewell.review.model_chain import entries_of
from citewell.review.model_state import add_months
from citewell.review.models import ReviewState, SignOff
from citewell.review.standing import standing_notes

INTERVAL_MONTHS = 24


def refresh_if_signed(page: Any) -> None:
    """Derive the row of a page that anybody ever signed, or that has one.

    An alias that became a page of its own has the row of its original, and no sign-off.
    """
    signed = SignOff.objects.about(subject_of(page))
    if signed.exists() or ReviewState.objects.filter(page=page.pk).exists():
        refresh(page)


def refresh(page: Any) -> ReviewState:
    """Derive a specific page's row anew: of what is live, else of the latest draft."""
    shown = page if page.live else page.get_latest_revision_as_object()
    rows = {row.pk: row for row in SignOff.objects.about(subject_of(page))}
    found = coverage(entries_of(rows.values()))
    declared = getattr(shown, "risk_level", SignOff.Risk.ROUTINE)
    values = state_of(content_hash(shown), declared, found, rows)
    before = ReviewState.objects.filter(page=page.pk).values(*values).first()
    state = ReviewState(page_id=page.pk, **values)
    ReviewState.objects.bulk_create(
        [state], update_conflicts=True, unique_fields=["page"], update_fields=list(values)
    )
    page.review_state = state
    if page.live and before != values:  # search and the page cache show it
        pages_written.send(sender=type(page), page_ids=[page.pk])
    return state


def state_of(
    hash_now: str, declared_risk: str, found: Coverage, rows: dict[int, SignOff]
) -> dict[str, Any]:
    """The columns of a page's row."""
    State = ReviewState.State
    is_high = SignOff.Risk.HIGH in (declared_risk, found.risk)
    values: dict[str, Any] = {
        "state": State.NEVER,
        "reviewed_on": None,
        "next_review_due": None,
        "risk": SignOff.Risk.HIGH if is_high else SignOff.Risk.ROUTINE,
        "sign_off_id": None,
        "is_self_checked": False,
        "tells_more": any(standing_notes(rows.values())),
    }
    if found.last is None:
        return values
    is_covered = found.is_enough(hash_now, declared_risk)
    last = rows[found.of(hash_now)[-1] if is_covered else found.last]
    signers = {found.signers[key] for key in found.of(last.content_hash)}
    reviewed_on = timezone.localdate(last.time)
    return {
        **values,
        "state": State.REVIEWED if is_covered else State.CHANGED,
        "reviewed_on": reviewed_on,
        "next_review_due": add_months(reviewed_on, last.interval_months or INTERVAL_MONTHS),
        "sign_off_id": last.pk,
        "is_self_checked": bool(last.details.get("own_text")),
        "tells_more": values["tells_more"] or len(signers) > 1,
    }
