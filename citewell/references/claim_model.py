"""Claims of the site's pages: a sentence, how sure it is, the sources that carry it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from citewell.references.source import Source


class Certainty(models.TextChoices):
    """How sure a claim is, as GRADE names it; the surest first."""

    HIGH = "high", _("high")
    MODERATE = "moderate", _("moderate")
    LOW = "low", _("low")
    VERY_LOW = "very-low", _("very low")


#: What readers are told behind the sentence.
PLAIN_CERTAINTY = {
    Certainty.HIGH: _("We can be very sure of this."),
    Certainty.MODERATE: _("This is probably so."),
    Certainty.LOW: _("This may be so; the evidence is limited."),
    Certainty.VERY_LOW: _("Nobody knows this well yet."),
}


class Claim(models.Model):
    """A claim in a page's live row or latest draft; written when the page is saved."""

    spoils_pages = False

    class Version(models.TextChoices):
        LIVE = "live", _("live")
        DRAFT = "draft", _("draft")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    version = models.CharField(max_length=5, choices=Version)
    place = models.CharField(max_length=255, help_text="Field and block, as the editor names it.")
    text = models.TextField(_("claim"))
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty, db_index=True)
    sources = models.ManyToManyField(Source, related_name="claims")

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")

    def __str__(self) -> str:
        return self.text
