"""After an older backup was restored: saying so in the chain, which has lost its last rows."""

from typing import Any

from django.db import transaction
from wagtail.models import Page

from citewell.review import anchor, ledger
from citewell.review.models import SignOff
from citewell.review.state import refresh


def restored(site: int, *, reason: str, by: Any = None) -> SignOff:
    """Append the entry that says up to where a chain was lost; the anchor then goes on from it.

    Args:
        site: the key of the site.
        reason: which backup, and why.
        by: who does it, if somebody is signed in.
    """
    path = ledger.anchor_path()
    known = anchor.read(path).get(site) if path else None
    with transaction.atomic():
        head = ledger.lock(site)
        entry = ledger.append(
            SignOff.Kind.RESTORED,
            site=site,
            user=by,
            details={
                "restored_to": head.number,
                "lost_to": known.number if known else None,
                "lost_hash": known.hash if known else None,
                "reason": reason,
            },
        )
        for page in Page.objects.filter(review_state__isnull=False).specific().iterator():
            refresh(page)
        return entry
