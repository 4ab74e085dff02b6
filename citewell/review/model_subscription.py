"""What each person gets of the review board: a calendar, a mail, or neither."""

import secrets

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


def new_key() -> str:
    """A fresh secret part of an address; the addresses made with the one before end."""
    return secrets.token_hex(16)


class ReviewSubscription(models.Model):
    """One person's calendar address and digest.

    An address holds a signature, so who reads the database alone cannot make one.
    """

    spoils_pages = False

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="review_subscription",
    )
    calendar_key = models.CharField(max_length=32, blank=True)
    """Empty: no calendar address exists."""
    digest_key = models.CharField(max_length=32, default=new_key)
    is_digest_paused = models.BooleanField(_("digest paused"), default=False)
    last_digest = models.CharField(max_length=20, blank=True)
    """The period the last digest was sent for, as ``2026-W48``."""

    class Meta:
        verbose_name = _("subscription to the review board")

    def __str__(self) -> str:
        return str(self.user_id)

    def secret(self, purpose: str) -> str:
        """The secret part of an address; ``purpose`` is ``calendar`` or ``digest``."""
        key = getattr(self, f"{purpose}_key")
        return Signer(salt=f"citewell-review-{purpose}").sign(f"{self.pk}.{key}")

    def address(self, purpose: str) -> str:
        """The whole address, with the host that the site goes by."""
        path = reverse(f"review_{purpose}", args=[self.secret(purpose)])
        return f"{str(settings.WAGTAILADMIN_BASE_URL).rstrip('/')}{path}"

    @classmethod
    def by_secret(cls, purpose: str, secret: str) -> "ReviewSubscription | None":
        """Whose address a secret is part of; nobody's where it was revoked or made up."""
        try:
            pk, _dot, key = Signer(salt=f"citewell-review-{purpose}").unsign(secret).rpartition(".")
        except BadSignature:
            return None
        if not key:
            return None
        return (
            cls.objects.filter(pk=pk, user__is_active=True, **{f"{purpose}_key": key})
            .select_related("user")
            .first()
        )
