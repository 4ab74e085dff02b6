"""Quotations."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.addresses import AddressBlock, shown_address
from citewell.blocks.struct import ContentStructBlock


class QuoteBlock(ContentStructBlock):
    """Somebody's words, who said them and where."""

    text = blocks.TextBlock(label=_("Words"), rows=3)
    attribution = blocks.CharBlock(required=False, label=_("Who said it"))
    source_link = AddressBlock(required=False, label=_("Where it can be read"))

    class Meta:
        icon = "openquote"
        label = _("Quote")
        group = _("Text")
        description = _("Somebody's own words, with their name.")
        label_format = "{attribution}: {text}"
        template = "citewell/blocks/quote.html"
        preview_value = {
            "text": "I was afraid to bend. Learning that hurt is not always harm changed that.",
            "attribution": "A patient of our back class (invented for this example)",
            "source_link": "",
        }

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["address"] = shown_address(value.get("source_link") or "")
        return context
