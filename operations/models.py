"""What was told to other software, and whether it arrived."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class WebhookDelivery(models.Model):
    """One message about a page to one address; holds neither the secret nor the address.

    The address is known by its digest (it may carry a token) and its host.
    """

    spoils_pages = False

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DELIVERED = "delivered", _("delivered")
        GIVEN_UP = "given-up", _("given up")

    identifier = models.UUIDField(_("identifier"), default=uuid.uuid4, unique=True)
    event = models.CharField(_("event"), max_length=30)
    payload = models.JSONField(_("message"))
    host = models.CharField(_("host"), max_length=255)
    target = models.CharField(_("digest of the address"), max_length=64)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    status_code = models.PositiveSmallIntegerField(_("last answer"), null=True, blank=True)
    problem = models.CharField(_("last problem"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)

    class Meta:
        verbose_name = _("webhook delivery")
        verbose_name_plural = _("webhook deliveries")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "next_attempt_at"], name="waiting_deliveries")]

    def __str__(self) -> str:
        return f"{self.event} → {self.host}: {self.state}"
