"""Which page names which source, in which version, and where."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from citewell.references.source import Source


class SourceUsage(models.Model):
    """A source at one place of a page's live row or of its latest draft."""

    spoils_pages = False

    class Version(models.TextChoices):
        LIVE = "live", _("live")
        DRAFT = "draft", _("draft")

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="usages")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    version = models.CharField(max_length=5, choices=Version)
    place = models.CharField(max_length=255, help_text="Field and block, as the editor names it.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page", "version", "place", "source"], name="one_usage_for_each_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_id} on {self.page_id} ({self.version}, {self.place})"
