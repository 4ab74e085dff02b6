"""Links to a draft for readers outside who have no account.

A link shows the one version it was made for, ends after 14 days, and can be taken back at any
time. The address holds the row's number, signed with the site's key: it cannot be guessed, and
the row decides whether it still opens.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

DAYS = 14
SALT = "home.shared_drafts"


def end_of_link() -> datetime:
    """When a link made now ends."""
    return timezone.now() + timedelta(days=DAYS)


class SharedDraft(models.Model):
    """One link: which version, who made it, until when."""

    spoils_pages = False

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    ends_at = models.DateTimeField(default=end_of_link)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("shared draft")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.page_id} {self.created_at:%Y-%m-%d %H:%M}"

    @property
    def is_open(self) -> bool:
        """Whether the link still opens."""
        return self.revoked_at is None and self.ends_at > timezone.now()

    @property
    def url(self) -> str:
        """The path that opens the draft."""
        return reverse("shared_draft", args=[signing.Signer(salt=SALT).sign(str(self.pk))])

    def revoke(self) -> None:
        """End the link now; a link that was taken back stays so."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])


def share(page: Page, user: Any) -> SharedDraft | None:
    """A new link to the latest version of a page; None where none was saved yet."""
    revision = page.get_latest_revision()
    if revision is None:
        return None
    return SharedDraft.objects.create(page_id=page.pk, revision=revision, created_by=user)


def open_link(signed: str) -> SharedDraft | None:
    """The draft a link leads to; None where it is forged, has ended or was taken back."""
    try:
        key = signing.Signer(salt=SALT).unsign(signed)
        draft = SharedDraft.objects.select_related("revision").get(pk=key)
    except (signing.BadSignature, SharedDraft.DoesNotExist, ValueError):
        return None
    return draft if draft.is_open else None
