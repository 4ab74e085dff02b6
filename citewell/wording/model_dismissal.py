"""What editors looked at and left as it is, each with a reason."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Dismissal(models.Model):
    """A rule's finding in one sentence of a page that somebody decided to leave.

    It holds for the sentence as it stands: a sentence that is changed is looked at again.
    """

    spoils_pages = False

    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )
    key = models.CharField(max_length=32)
    """The rule in the sentence, see :func:`citewell.wording.advertising.key_of`."""
    code = models.CharField(_("rule"), max_length=60)
    sentence = models.TextField(_("sentence"))
    reason = models.TextField(_("reason"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    time = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        ordering = ["-time", "-pk"]
        verbose_name = _("dismissed wording")
        verbose_name_plural = _("dismissed wordings")
        constraints = [
            models.UniqueConstraint(fields=["page", "key"], name="citewell_wording_dismissed_once")
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.sentence[:60]}"
