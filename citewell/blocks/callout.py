"""Callouts: a sentence that must not be missed."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.rich_text import ProseBlock
from citewell.blocks.struct import ContentStructBlock


class CalloutBlock(ContentStructBlock):
    """A short text set apart from the rest."""

    heading = blocks.CharBlock(required=False, max_length=150, label=_("Heading"))
    text = ProseBlock(label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        group = _("Text")
        description = _("A short text set apart; for urgent signs use a care card.")
        label_format = "{heading} {text}"
        template = "citewell/blocks/callout.html"
        preview_value = {
            "heading": "Good to know",
            "text": "<p>Pain that moves from the leg back to the spine is often a good sign.</p>",
        }
