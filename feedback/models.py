"""Reports of errors, until they are erased, and counts of answers; no trace of who sent them."""

import secrets
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

LONGEST = 2000
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that look alike


def new_code() -> str:
    """Twelve signs by which the sender finds the answer; 59 bits, not guessable."""
    return "".join(secrets.choice(LETTERS) for _sign in range(12))


class ErrorReport(models.Model):
    """What a reader holds to be wrong on a page.

    It is open until somebody judged it, the page is corrected where it was right, and an answer
    is written. Closing erases the reader's words at once; the row with the answer goes 30 days
    later, see :func:`feedback.handling.erase_closed`.
    """

    spoils_pages = False

    class Verdict(models.TextChoices):
        OPEN = "", _("not judged yet")
        RIGHT = "right", _("the reader is right")
        WRONG = "wrong", _("the page is right")

    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    page_title = models.CharField(_("page"), max_length=255)
    revision = models.BigIntegerField(null=True)
    """The version that was live when the report came."""
    code = models.CharField(max_length=12, unique=True, default=new_code)
    text = models.TextField(_("what is wrong"), max_length=LONGEST, blank=True)
    received_on = models.DateField(_("received on"), default=timezone.localdate)
    verdict = models.CharField(
        _("judged"), max_length=10, choices=Verdict.choices, default=Verdict.OPEN, blank=True
    )
    is_corrected = models.BooleanField(_("the page is corrected"), default=False)
    answer = models.TextField(
        _("answer"), max_length=LONGEST, blank=True, help_text=_("The sender reads it by a code.")
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("handled by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    class Meta:
        ordering = ["closed_on", "received_on", "pk"]
        verbose_name = _("reported error")
        verbose_name_plural = _("reported errors")

    def __str__(self) -> str:
        return f"{self.page_title}, {self.received_on}"

    def waits_for(self) -> Any:
        """What has to be done next."""
        if self.closed_on:
            return _("closed")
        if not self.verdict:
            return _("to be judged")
        if self.verdict == self.Verdict.RIGHT and not self.is_corrected:
            return _("the page is to be corrected")
        return _("to be answered and closed")


class UsefulCount(models.Model):
    """How often readers of one version gave one answer; a number, nothing else."""

    spoils_pages = False

    class Answer(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("No")
        NOT_FOUND = "not-found", _("I did not find what I looked for")
        HARD = "hard", _("It is hard to understand")
        OUTDATED = "outdated", _("It seems out of date")
        TOO_LONG = "too-long", _("It is too long")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    revision = models.BigIntegerField(default=0)
    """The live version; 0 where a page was never published from a version."""
    answer = models.CharField(max_length=20, choices=Answer.choices)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page", "revision", "answer"], name="feedback_one_count_an_answer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.answer} {self.count}"
