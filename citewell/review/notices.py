"""What people on duty say to readers at once: an interim clinical note, a correction notice.

Both stand in the chain, dated, with who wrote them. Neither touches the text, its sign-off or
its review date.
"""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from citewell.review import ledger
from citewell.review.content import subject_of
from citewell.review.models import SignOff
from citewell.review.signing import CannotSign, refresh_page, role_of, signer_of

WRITE = "citewell_review.write_clinical_note"
LONGEST = 1000


def give_notice(page: Any, user: Any, text: str, kind: str = SignOff.Kind.NOTE) -> SignOff:
    """Put an interim note above a page, or a correction notice on it.

    Raises:
        CannotSign: not theirs to write, nothing written, or too much.
    """
    text = " ".join(text.split())
    if not text:
        raise CannotSign(_("Write what readers should know."))
    if len(text) > LONGEST:
        raise CannotSign(_("Write at most %(count)d characters.") % {"count": LONGEST})
    return _append(page, user, kind, {"text": text})


def end_note(page: Any, user: Any, note: SignOff, reason: str) -> SignOff:
    """Take an interim note off its page; it stays in the chain.

    Raises:
        CannotSign: not theirs to end, or no reason.
    """
    if not reason.strip():
        raise CannotSign(_("Write why the note ends."))
    if note.kind != SignOff.Kind.NOTE or (note.subject_type, note.subject_id) != subject_of(page):
        raise CannotSign(_("This is no note of this page."))
    details = {"note": note.pk, "reason": reason.strip()}
    return _append(page, user, SignOff.Kind.NOTE_ENDED, details)


def _append(page: Any, user: Any, kind: str, details: dict[str, Any]) -> SignOff:
    if not user.is_active or not user.has_perm(WRITE):
        raise CannotSign(_("You may not write notes to readers."))
    with transaction.atomic():
        row = ledger.append(
            kind,
            site=ledger.site_of(page),
            subject=page,
            user=user,
            signer=signer_of(user),
            role=role_of(user),
            details=details,
        )
        refresh_page(page)
    return row
