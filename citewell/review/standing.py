"""Which notices of the chain stand on a page."""

from typing import Any

from citewell.review.models import SignOff


def standing_notes(rows: Any) -> tuple[SignOff | None, SignOff | None]:
    """The interim note that nobody ended, and the newest correction notice."""
    rows = list(rows)
    ended = {row.details.get("note") for row in rows if row.kind == SignOff.Kind.NOTE_ENDED}
    notes = [row for row in rows if row.kind == SignOff.Kind.NOTE and row.pk not in ended]
    corrections = [row for row in rows if row.kind == SignOff.Kind.CORRECTION]
    return (notes[-1] if notes else None, corrections[-1] if corrections else None)
