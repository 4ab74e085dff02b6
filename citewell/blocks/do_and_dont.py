"""Do and don't."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.rich_text import LineBlock
from citewell.blocks.struct import ContentStructBlock


class DoAndDontBlock(ContentStructBlock):
    """What helps and what to leave, side by side."""

    do = blocks.ListBlock(LineBlock(label=_("Do")), label=_("Do"))
    dont = blocks.ListBlock(LineBlock(label=_("Don't")), label=_("Don't"))

    class Meta:
        icon = "check"
        label = _("Do and don't")
        group = _("Care")
        description = _("What helps and what to leave, side by side.")
        label_format = "{do}"
        template = "citewell/blocks/do_and_dont.html"
        preview_value = {
            "do": ["<p>Keep moving as far as it is bearable.</p>"],
            "dont": ["<p>Do not stay in bed for days.</p>"],
        }
