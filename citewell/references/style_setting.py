"""The style in which a site shows its references."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="openquote")
class ReferenceStyle(BaseSiteSetting):
    """A site's style of references; switching needs no edit of a page."""

    spoils_pages = True

    class Style(models.TextChoices):
        VANCOUVER = "vancouver", _("Vancouver (NLM)")
        AMA = "ama", _("AMA")
        APA = "apa", _("APA")

    class PageRange(models.TextChoices):
        EN_DASH = "–", _("en dash, as the style file has it: 508–18")
        HYPHEN = "-", _("hyphen, as Citing Medicine prints it: 508-18")

    style = models.CharField(_("style"), max_length=10, choices=Style, default=Style.VANCOUVER)
    page_range = models.CharField(
        _("between pages, in Vancouver"), max_length=1, choices=PageRange, default=PageRange.EN_DASH
    )

    OLD = 10
    old_after_years = models.PositiveSmallIntegerField(
        _("years after which a source is old"),
        default=OLD,
        help_text=_("Editors are then asked whether there is something newer."),
    )

    panels = [FieldPanel("style"), FieldPanel("page_range"), FieldPanel("old_after_years")]

    class Meta:
        verbose_name = _("reference style")
