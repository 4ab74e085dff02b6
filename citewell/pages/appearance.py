"""How a page shows in search engines and when it is shared."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images import get_image_model_string


class AppearanceMixin(models.Model):
    """Canonical address and social image, beside Wagtail's own title and description."""

    canonical_address = models.URLField(
        _("canonical address"),
        blank=True,
        help_text=_("Only where this text was first published elsewhere. Empty: this page."),
    )
    social_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("image when shared"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("1200 × 630 pixels or larger."),
    )

    appearance_panels = [
        MultiFieldPanel(
            [FieldPanel("canonical_address"), FieldPanel("social_image")],
            heading=_("When shared"),
        )
    ]

    class Meta:
        abstract = True

    def canonical_url(self, request: HttpRequest | None = None) -> str:
        """The absolute address that search engines should keep for this text."""
        return self.canonical_address or self.get_full_url(request) or ""  # type: ignore[attr-defined]
