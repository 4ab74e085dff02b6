"""Writing to the chain: the only place that makes its rows."""

import zlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from citewell.review import anchor
from citewell.review.canonical import content_hash
from citewell.review.chain import START, Signer, commitment, entry_hash, new_salt
from citewell.review.content import subject_of
from citewell.review.models import ChainHead, SignedContent, SignerIdentity, SignOff


class ChainBroken(Exception):
    """The chain has lost its end; nothing is appended until an operator looked."""


def site_of(obj: Any) -> int:
    """The key of the site whose chain tells about an object; 0 where there is no site at all."""
    site = obj.get_site() if hasattr(obj, "get_site") else None
    site = site or Site.objects.filter(is_default_site=True).first() or Site.objects.first()
    return int(site.pk) if site else 0


def append(
    kind: str,
    *,
    site: int,
    subject: Any = None,
    content: bytes = b"",
    user: Any = None,
    signer: Signer | None = None,
    **columns: Any,
) -> SignOff:
    """Append one entry to a site's chain and return it.

    Whoever appends to a site waits for the one before; the anchor follows after the commit.

    Args:
        kind: one of :class:`SignOff.Kind`.
        site: the key of the site, see :func:`site_of`.
        subject: the page or snippet it is about, if any.
        content: the canonical bytes that it is about, if any; they are stored once.
        user: who did it.
        signer: the same as they stood, for the commitment; None for none.
        columns: further columns of :class:`SignOff`.

    Raises:
        ChainBroken: the anchor remembers entries that the database has lost.
    """
    with transaction.atomic():
        head = lock(site)
        if kind != SignOff.Kind.RESTORED:
            refuse_lost(site)
        row = SignOff(
            kind=kind,
            site_id=site,
            number=head.number + 1,
            previous=head.hash,
            signer_id=getattr(user, "pk", None),
            time=timezone.now(),
            **columns,
        )
        if subject is not None:
            row.subject_type, row.subject_id = subject_of(subject)
        if content:
            row.content_hash = keep(content)
        if signer is not None:
            row.identity_id = identify(signer, user)
        row.hash = entry_hash(row.members())
        row.save(force_insert=True)
        ChainHead.objects.filter(site=site).update(number=row.number, hash=row.hash)
        end = anchor.Head(row.number, row.hash)
        back = kind == SignOff.Kind.RESTORED
        transaction.on_commit(lambda: remember(site, end, back=back))
    return row


def lock(site: int) -> ChainHead:
    """The end of a site's chain, held until the transaction ends; on both databases."""
    if not ChainHead.objects.filter(site=site).update(number=F("number")):
        ChainHead.objects.bulk_create([ChainHead(site_id=site, hash=START)], ignore_conflicts=True)
        ChainHead.objects.filter(site=site).update(number=F("number"))
    return ChainHead.objects.get(site=site)


def keep(content: bytes) -> str:
    """Store canonical bytes where they are not stored yet; returns their hash."""
    key = content_hash(content)
    if not SignedContent.objects.filter(pk=key).exists():
        SignedContent.objects.bulk_create(
            [SignedContent(hash=key, data=zlib.compress(content, 9))], ignore_conflicts=True
        )
    return key


def identify(signer: Signer, user: Any) -> str:
    """Keep who signed beside the chain; returns the commitment that goes into it."""
    salt = new_salt()
    key = commitment(signer, salt)
    SignerIdentity.objects.create(commitment=key, salt=salt, user=user, **vars(signer))
    return key


def anchor_path() -> Path | None:
    """Where the heads are kept outside the database; None where the site keeps none."""
    path = getattr(settings, "CITEWELL_SIGNOFF_ANCHOR", None)
    return Path(path) if path else None


def remember(site: int, head: anchor.Head, *, back: bool = False) -> None:
    """Write the end of a chain to the anchor."""
    if path := anchor_path():
        anchor.advance(path, site, head, back=back)


def refuse_lost(site: int) -> None:
    """Refuse to go on where the anchor remembers an entry that the database does not have."""
    path = anchor_path()
    known = anchor.read(path).get(site) if path else None
    if (
        known
        and not SignOff.objects.filter(site=site, number=known.number, hash=known.hash).exists()
    ):
        raise ChainBroken(
            _("The chain of sign-offs has lost its last entries. Run verify_signoffs.")
        )
