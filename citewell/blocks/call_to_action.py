"""Calls to action: one thing to do next."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.addresses import AddressBlock, shown_address
from citewell.blocks.choosers import PageBlock
from citewell.blocks.public_pages import is_public
from citewell.blocks.struct import ContentStructBlock


class CallToActionBlock(ContentStructBlock):
    """A button that leads to a page or an address; the page wins where both are given."""

    text = blocks.CharBlock(label=_("Words on the button"), max_length=100)
    page = PageBlock(required=False, label=_("Page"))
    url = AddressBlock(
        required=False,
        label=_("Or an address"),
        help_text=_("https://…, tel:… or mailto:…"),
    )

    class Meta:
        icon = "link"
        label = _("Call to action")
        group = _("Ways on")
        description = _("A button for the one thing to do next.")
        label_format = "{text}"
        template = "citewell/blocks/call_to_action.html"
        preview_value = {"text": "Book an appointment", "page": None, "url": "tel:+000000000"}

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["address"] = address_of(value, context.get("request"))
        return context


def address_of(value: blocks.StructValue, request: HttpRequest | None) -> str:
    """Where the button leads; empty where its page is not public or the address is none."""
    page = value.get("page")
    if page is None:
        return shown_address(value.get("url") or "")
    return (page.get_url(request) or "") if is_public(page) else ""
