"""What readers are told about a page's review, each word of it from the chain."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone

from citewell.review.content import subject_of
from citewell.review.coverage import coverage
from citewell.review.model_chain import entries_of
from citewell.review.models import ReviewState, SignerIdentity, SignOff
from citewell.review.standing import standing_notes

GRACE_DAYS = 30
"""Days after the due day from which readers are told, where a site says nothing else."""


@dataclass(frozen=True)
class ShownReview:
    """What a page says of its review.

    Attributes:
        state: of :class:`ReviewState.State`: reviewed, changed since, never.
        signers: who signed the version the date belongs to, the first first; a name may be
            erased.
        reviewed_on: the day of the newest of these signatures.
        next_review_due: the day the next review is due.
        is_overdue: due for longer than the grace time.
        is_self_checked: signed by who wrote it, as the section's policy lets clinicians do.
        note: the interim clinical note that holds now.
        correction: the newest correction notice.
    """

    state: str
    signers: Sequence[SignerIdentity] = ()
    reviewed_on: datetime.date | None = None
    next_review_due: datetime.date | None = None
    is_overdue: bool = False
    is_self_checked: bool = False
    note: SignOff | None = None
    correction: SignOff | None = None


def shown_review(page: Any, state: ReviewState | None) -> ShownReview:
    """What readers of a page are told.

    Args:
        page: the page as it is served.
        state: its review state, fetched as ``ClinicalPage.joined_for_review``; None where
            nobody ever signed it. One query where ``tells_more``, none otherwise.
    """
    if state is None:
        return ShownReview(ReviewState.State.NEVER)
    rows = {row.pk: row for row in rows_to_show(page, state)}
    note, correction = standing_notes(rows.values())
    if state.state == ReviewState.State.NEVER or state.sign_off_id not in rows:
        return ShownReview(ReviewState.State.NEVER, note=note, correction=correction)
    last = rows[state.sign_off_id]
    keys = coverage(entries_of(rows.values())).of(last.content_hash)
    signed = [rows[key] for key in keys] or [last]
    due = state.next_review_due
    return ShownReview(
        state=state.state,
        signers=list({row.signer_id: row.identity for row in signed if row.identity}.values()),
        reviewed_on=state.reviewed_on,
        next_review_due=due,
        is_overdue=bool(due and due + grace() < timezone.localdate()),
        is_self_checked=all(row.details.get("own_text") for row in signed),
        note=note,
        correction=correction,
    )


def rows_to_show(page: Any, state: ReviewState) -> Iterable[SignOff]:
    """The entries that a page's review is told from."""
    if not state.tells_more:
        return [state.sign_off] if state.sign_off else []
    return SignOff.objects.about(subject_of(page)).select_related("identity")


def grace() -> datetime.timedelta:
    """How long a review may be overdue before readers are told."""
    return datetime.timedelta(days=getattr(settings, "CITEWELL_REVIEW_GRACE_DAYS", GRACE_DAYS))


def review_json_ld(review: ShownReview) -> dict[str, Any]:
    """``lastReviewed`` and ``reviewedBy`` of schema.org, while what is live is signed."""
    if review.state != ReviewState.State.REVIEWED or review.is_self_checked:
        return {}
    people = []
    for signer in review.signers:
        if signer.is_erased:
            continue
        person = {"@type": "Person", "name": signer.name}
        if signer.credentials:
            person["honorificSuffix"] = signer.credentials
        people.append(person)
    assert review.reviewed_on is not None
    found: dict[str, Any] = {"lastReviewed": review.reviewed_on.isoformat()}
    return {**found, "reviewedBy": people} if people else found
