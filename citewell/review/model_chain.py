"""The chain's tables. Rows of the chain and its contents are written once, by ``ledger``.

Foreign keys of the chain are not enforced: a user, a revision or a site may go, the row
that names it stays as it was hashed.
"""

import zlib
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, Site

from citewell.review.chain import Link, Signer, instant
from citewell.review.coverage import Entry


class SignedContent(models.Model):
    """Canonical clinical content that was signed, once for each hash, compressed."""

    spoils_pages = True

    hash = models.CharField(max_length=64, primary_key=True)
    data = models.BinaryField()

    class Meta:
        verbose_name = _("signed content")

    def __str__(self) -> str:
        return self.hash

    @property
    def content(self) -> bytes:
        """The canonical bytes.

        Raises:
            zlib.error: what is stored is no longer what was stored.
        """
        return zlib.decompress(bytes(self.data))


class ChainHead(models.Model):
    """The end of each site's chain; its row is the lock of whoever appends."""

    spoils_pages = False

    site = models.OneToOneField(
        Site, on_delete=models.DO_NOTHING, db_constraint=False, primary_key=True, related_name="+"
    )
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("end of a chain")

    def __str__(self) -> str:
        return f"{self.site_id}: {self.number}"


class SignerIdentity(models.Model):
    """The clear text behind a commitment; erased where the law says so."""

    spoils_pages = True

    commitment = models.CharField(max_length=64, primary_key=True)
    salt = models.CharField(max_length=64, blank=True)
    name = models.CharField(max_length=255, blank=True)
    credentials = models.CharField(max_length=255, blank=True)
    registration_body = models.CharField(max_length=150, blank=True)
    registration_number = models.CharField(max_length=50, blank=True)
    registration_link = models.CharField(max_length=500, blank=True)
    registration_checked_on = models.CharField(max_length=10, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="signer_identities",
    )
    is_erased = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("signer")

    def __str__(self) -> str:
        return str(_("signer erased")) if self.is_erased else self.name

    def as_signer(self) -> Signer:
        """The signer that the commitment was made of."""
        return Signer(
            self.name,
            self.credentials,
            self.registration_body,
            self.registration_number,
            self.registration_link,
            self.registration_checked_on,
        )


class SignOffQuerySet(models.QuerySet["SignOff"]):
    """Entries, in the order of their chain."""

    def about(self, subject: tuple[str, str]) -> "SignOffQuerySet":
        """The entries about one subject, as :func:`citewell.review.content.subject_of` names it."""
        return self.filter(subject_type=subject[0], subject_id=subject[1]).order_by(
            "site", "number"
        )


class SignOff(models.Model):
    """One entry of a site's chain; append-only, triggers refuse all else.

    ``details`` by kind: *signed* ``own_text`` where who signed wrote it; *withdrawn*
    ``sign_off``, ``reason``; *minor* ``before``, ``reason``, ``changes``; *note*,
    *correction* ``text``; *note_ended* ``note``; *policy* ``before``, ``after``, ``reason``;
    *restored* ``lost_from``, ``lost_hash``, ``reason``; *erased* ``commitments``, ``reason``.
    """

    spoils_pages = True

    class Kind(models.TextChoices):
        SIGNED = "signed", _("signed")
        WITHDRAWN = "withdrawn", _("sign-off withdrawn")
        MINOR = "minor", _("minor change")
        NOTE = "note", _("interim clinical note")
        NOTE_ENDED = "note_ended", _("interim clinical note ended")
        CORRECTION = "correction", _("correction notice")
        UNPUBLISHED = "unpublished", _("taken down")
        POLICY = "policy", _("policy changed")
        RESTORED = "restored", _("restored from a backup")
        ERASED = "erased", _("signer erased")

    class Risk(models.TextChoices):
        ROUTINE = "routine", _("routine")
        HIGH = "high", _("high")

    site = models.ForeignKey(
        Site, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    number = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    subject_type = models.CharField(max_length=100, blank=True)
    subject_id = models.CharField(max_length=255, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    revision = models.ForeignKey(
        Revision, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    identity = models.ForeignKey(
        SignerIdentity,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="sign_offs",
        db_column="signer_commitment",
    )
    role = models.CharField(max_length=255, blank=True)
    statement = models.TextField(blank=True)
    answers = models.JSONField(default=list)
    risk = models.CharField(max_length=10, choices=Risk.choices, blank=True)
    interval_months = models.PositiveSmallIntegerField(null=True)
    details = models.JSONField(default=dict)
    time = models.DateTimeField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    objects = SignOffQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign-off")
        verbose_name_plural = _("sign-offs")
        ordering = ["site", "number"]
        constraints = [
            models.UniqueConstraint(fields=["site", "number"], name="review_one_chain_per_site")
        ]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="review_subject")]
        permissions = [
            ("sign_clinical_content", _("Can sign clinical content")),
            ("make_minor_change", _("Can make minor changes without a new sign-off")),
            ("write_clinical_note", _("Can write interim clinical notes and corrections")),
        ]

    def __str__(self) -> str:
        return f"{self.site_id}/{self.number} {self.get_kind_display()}"

    def members(self) -> dict[str, Any]:
        """What the hash is made of: every column except ``id`` and ``hash``."""
        return {
            "site": self.site_id,
            "number": self.number,
            "kind": self.kind,
            "subject_type": self.subject_type,
            "subject_id": self.subject_id,
            "content_hash": self.content_hash,
            "revision": self.revision_id,
            "signer": self.signer_id,
            "signer_commitment": self.identity_id,
            "role": self.role,
            "statement": self.statement,
            "answers": self.answers,
            "risk": self.risk,
            "interval_months": self.interval_months,
            "details": self.details,
            "time": instant(self.time),
            "previous": self.previous,
        }

    def as_link(self) -> Link:
        """The entry as :mod:`citewell.review.chain` checks it."""
        return Link(self.site_id, self.number, self.members(), self.previous, self.hash)


def entries_of(sign_offs: Iterable[SignOff]) -> list[Entry]:
    """Entries as :mod:`citewell.review.coverage` reads them."""
    return [
        Entry(row.pk, row.kind, row.content_hash, str(row.signer_id), row.risk, row.details)
        for row in sign_offs
    ]
