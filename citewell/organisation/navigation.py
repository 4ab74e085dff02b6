"""The links of a site's header and footer."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.models import Orderable, Page


class Navigation(BaseSiteSetting, ClusterableModel):
    """Main links (``main_links``) and footer links (``footer_links``) of one site."""

    spoils_pages = True

    panels = [
        InlinePanel("main_links", heading=_("Main links"), label=_("link")),
        InlinePanel("footer_links", heading=_("Footer links"), label=_("link")),
    ]

    class Meta:
        verbose_name = _("navigation")


class NavigationLink(Orderable):
    """A link to a page of the site or to an address, in the editor's order."""

    spoils_pages = True

    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    url = models.CharField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_("Where there is no page: https://…, tel:…, mailto:… or a path with / first."),
    )
    text = models.CharField(
        _("text"), max_length=100, blank=True, help_text=_("Empty: the page's title.")
    )

    panels = [FieldPanel("page"), FieldPanel("url"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.text or self.url or str(self.page)

    def clean(self) -> None:
        super().clean()
        if bool(self.page_id) == bool(self.url):
            raise ValidationError(_("Choose a page or give an address, one of the two."))
        if self.url and not self.text:
            raise ValidationError({"text": _("An address needs a text.")})
        if self.url and not is_safe_address(self.url):
            raise ValidationError({"url": _("Use https://…, tel:…, mailto:… or a path with /.")})


class MainLink(NavigationLink):
    """A link of the header."""

    navigation = ParentalKey(Navigation, on_delete=models.CASCADE, related_name="main_links")


class FooterLink(NavigationLink):
    """A link of the footer."""

    navigation = ParentalKey(Navigation, on_delete=models.CASCADE, related_name="footer_links")


def is_safe_address(address: str) -> bool:
    """Whether a link may go there: no script, no address that changes host unseen."""
    if address.startswith("/"):
        return not address.startswith(("//", "/\\"))
    return address.startswith(("https://", "http://", "tel:", "mailto:"))
