"""How a page shows in lists, cards and search results."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.images import get_image_model_string
from wagtail.search import index


class ListingMixin(models.Model):
    """Title, summary and image of a page where others list it.

    Each falls back on the page's own: a page type overrides :meth:`default_summary`
    where it has a lead or a summary.
    """

    joined_when_listed: ClassVar[list[str]] = []
    """Foreign keys that :meth:`default_summary` reads, as ``select_related``."""

    listing_title = models.CharField(
        _("title in lists"), max_length=255, blank=True, help_text=_("Empty: the page's title.")
    )
    listing_summary = models.CharField(
        _("summary in lists"), max_length=300, blank=True, help_text=_("One or two sentences.")
    )
    listing_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("image in lists"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    listing_panels = [
        MultiFieldPanel(
            [
                FieldPanel("listing_title"),
                FieldPanel("listing_summary"),
                FieldPanel("listing_image"),
            ],
            heading=_("In lists"),
        )
    ]
    listing_search_fields = [index.SearchField("listing_summary")]
    listing_api_fields = [
        APIField("listing_title"),
        APIField("listing_summary"),
        APIField("listing_image"),
    ]

    class Meta:
        abstract = True

    def default_summary(self) -> str:
        """The summary where the editor wrote none for lists."""
        return str(getattr(self, "search_description", ""))

    @property
    def shown_title(self) -> str:
        """The title to show in a list."""
        return self.listing_title or str(self.title)  # type: ignore[attr-defined]

    @property
    def shown_summary(self) -> str:
        """The summary to show in a list; may be empty."""
        return self.listing_summary or self.default_summary()
