"""Erasing a signer's name and registration, where the law asks for it."""

from typing import Any

from django.db import transaction

from citewell.review import ledger
from citewell.review.models import SignerIdentity, SignOff


def erase_signer(signer: int, *, reason: str, by: Any = None) -> int:
    """Erase the clear text of everything a user signed; what they signed stays and verifies.

    Args:
        signer: the primary key of the user, who may be gone already.
        reason: why, kept in the chain.
        by: who does it, if somebody is signed in.

    Returns:
        How many identities were erased.
    """
    with transaction.atomic():
        signed = SignOff.objects.filter(signer=signer, identity__is_erased=False)
        keys: dict[int, list[str]] = {}
        for site, key in signed.order_by("site", "number").values_list("site", "identity"):
            keys.setdefault(site, []).append(key)
        for site, commitments in keys.items():
            ledger.append(
                SignOff.Kind.ERASED,
                site=site,
                user=by,
                details={"commitments": commitments, "reason": reason},
            )
        everything = [key for commitments in keys.values() for key in commitments]
        return SignerIdentity.objects.filter(pk__in=everything).update(
            salt="",
            name="",
            credentials="",
            registration_body="",
            registration_number="",
            registration_link="",
            registration_checked_on="",
            user=None,
            is_erased=True,
        )
