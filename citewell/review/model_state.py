"""What is derived from the chain for lists, and the registrations of reviewers."""

import calendar
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from citewell.review.model_chain import SignOff


class ReviewState(models.Model):
    """What the chain says of a page now; made by :func:`citewell.review.state.refresh` alone."""

    spoils_pages = True

    class State(models.TextChoices):
        REVIEWED = "reviewed", _("reviewed")
        CHANGED = "changed", _("changed since it was reviewed")
        NEVER = "never", _("not reviewed")

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="review_state"
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.NEVER, db_index=True
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, db_index=True)
    next_review_due = models.DateField(_("next review due"), null=True, db_index=True)
    risk = models.CharField(
        _("risk"), max_length=10, choices=SignOff.Risk.choices, default=SignOff.Risk.ROUTINE
    )
    sign_off = models.ForeignKey(
        SignOff, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    """The newest valid sign-off, whether or not it covers what is live.

    Not enforced: a row that is gone is for verification to find, not for the database to
    hide behind an error.
    """

    is_self_checked = models.BooleanField(_("signed by its author"), default=False)
    """Whether who signed it wrote it, as a self-checked section allows; readers are told."""

    tells_more = models.BooleanField(_("readers are told more"), default=True)
    """Whether further signers, an interim note or a correction stand beside the newest sign-off.

    Where not, a page shows its review without reading the chain.
    """

    class Meta:
        verbose_name = _("review state")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.get_state_display()}"


class Registration(models.Model):
    """Where a reviewer is registered, and who looked it up when."""

    spoils_pages = True

    MONTHS = 12
    """After so long somebody has to look again."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="registration"
    )
    body = models.CharField(_("registered with"), max_length=150)
    number = models.CharField(_("registration number"), max_length=50)
    link = models.URLField(
        _("public register entry"), max_length=500, help_text=_("Where anybody can check it.")
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("checked by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    checked_on = models.DateField(_("checked on"))

    class Meta:
        verbose_name = _("registration of a reviewer")
        verbose_name_plural = _("registrations of reviewers")

    def __str__(self) -> str:
        return f"{self.body} {self.number}"

    def is_fresh(self) -> bool:
        """Whether it was checked in the last 12 months, by somebody else."""
        today = timezone.localdate()
        limit = add_months(self.checked_on, self.MONTHS)
        return self.checked_on <= today <= limit


def add_months(day: Any, months: int) -> Any:
    """The same day some months later, the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return day.replace(year=year, month=month + 1, day=min(day.day, last))
