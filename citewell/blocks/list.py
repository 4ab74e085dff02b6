"""Bulleted and numbered lists."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.rich_text import ProseBlock
from citewell.blocks.struct import ContentStructBlock


class ListOfItemsBlock(ContentStructBlock):
    """A list; an item may hold a list of its own."""

    ordered = blocks.BooleanBlock(
        required=False, label=_("Numbered"), help_text=_("Where the order matters.")
    )
    items = blocks.ListBlock(ProseBlock(label=_("Item")), label=_("Items"))

    class Meta:
        icon = "list-ul"
        label = _("List")
        group = _("Text")
        description = _("Bullets, or numbers where the order matters.")
        label_format = "{items}"
        template = "citewell/blocks/list.html"
        preview_value = {
            "ordered": False,
            "items": [
                "<p>Walk a little every day.</p>",
                "<p>Change position often when you sit.</p>",
                "<p>Use warmth if it feels good.</p>",
            ],
        }
