"""Myth and fact."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.rich_text import ProseBlock
from citewell.blocks.struct import ContentStructBlock


class MythAndFactBlock(ContentStructBlock):
    """What people often hear, and what is known."""

    myth = blocks.CharBlock(label=_("Myth"), max_length=255)
    fact = ProseBlock(label=_("Fact"))

    class Meta:
        icon = "help"
        label = _("Myth and fact")
        group = _("Evidence")
        description = _("What people often hear, and what is known.")
        label_format = "{myth}"
        template = "citewell/blocks/myth_and_fact.html"
        preview_value = {
            "myth": "A scan always shows why the back hurts.",
            "fact": (
                "<p>Scans of people without pain often show worn discs too. "
                "What a scan shows and what hurts may be two things.</p>"
            ),
        }
