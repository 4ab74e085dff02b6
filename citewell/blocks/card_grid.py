"""Card grids: teasers of chosen pages."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.addresses import AddressBlock
from citewell.blocks.card_pages import Card, CardPageBlock, cards_of
from citewell.blocks.image import image_sample
from citewell.blocks.images import CARD_SPEC, PictureBlock, image_for_api
from citewell.blocks.struct import ContentStructBlock


def card_grid_sample() -> dict[str, Any]:
    """Two teasers, one with a picture."""
    return {
        "heading": "Common conditions",
        "cards": [
            {
                "page": None,
                "title": "Lower back pain",
                "text": "Common, rarely dangerous, and what helps.",
                "image": image_sample(),
                "url": "#lower-back-pain",
            },
            {
                "page": None,
                "title": "Neck pain",
                "text": "Why it comes and when it goes.",
                "image": None,
                "url": "#neck-pain",
            },
        ],
    }


class CardBlock(ContentStructBlock):
    """A teaser: what is left empty is taken from the page."""

    page = CardPageBlock(required=False, label=_("Page"))
    title = blocks.CharBlock(
        required=False, max_length=150, label=_("Title"), help_text=_("Empty: the page's.")
    )
    text = blocks.TextBlock(
        required=False, rows=2, label=_("Text"), help_text=_("Empty: the page's summary.")
    )
    image = PictureBlock(required=False, label=_("Image"), help_text=_("Empty: the page's."))
    url = AddressBlock(
        required=False, label=_("Or an address"), help_text=_("Only where no page is chosen.")
    )

    class Meta:
        icon = "doc-full-inverse"
        label = _("Card")

    def get_api_representation(
        self, value: blocks.StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any] | None:
        request = (context or {}).get("request")
        cards = cards_of([value], request, absolute=True)
        return card_for_api(cards[0], context) if cards else None


class CardGridBlock(ContentStructBlock):
    """Teasers side by side; pages that readers may not open are left out."""

    heading = blocks.CharBlock(required=False, max_length=150, label=_("Heading"))
    cards = blocks.ListBlock(CardBlock(), label=_("Cards"))

    class Meta:
        icon = "grip"
        label = _("Card grid")
        group = _("Ways on")
        description = _("Teasers of pages side by side, texts and images taken from them.")
        label_format = "{heading} {cards}"
        template = "citewell/blocks/card_grid.html"
        preview_value = staticmethod(card_grid_sample)

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["cards"] = cards_of(value.get("cards") or (), context.get("request"))
        level = int(context.get("heading_level") or 2)
        context["card_level"] = level + 1 if value.get("heading") else level
        return context

    def get_api_representation(
        self, value: blocks.StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        request = (context or {}).get("request")
        cards = cards_of(value.get("cards") or (), request, absolute=True)
        return {
            "heading": value.get("heading"),
            "cards": [card_for_api(card, context) for card in cards],
        }


def card_for_api(card: Card, context: dict[str, Any] | None) -> dict[str, Any]:
    """A card as readers see it, whatever part came from the page."""
    return {
        "title": card.title,
        "text": card.text,
        "url": card.url,
        "image": image_for_api(card.image, card.alt, CARD_SPEC, context),
    }
