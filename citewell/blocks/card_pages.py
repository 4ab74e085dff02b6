"""What cards show of the pages they lead to, loaded for all cards of a stream at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail import blocks
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from citewell.blocks.addresses import shown_address
from citewell.blocks.choosers import PageBlock
from citewell.blocks.images import load_images
from citewell.blocks.linked_pages import load_pages_for_cards
from citewell.blocks.public_pages import is_public

IMAGE_FIELDS = ("listing_image", "image", "social_image")
"""Where a page may keep the picture of its card, first found first."""


@dataclass(frozen=True)
class Card:
    """A teaser as it is shown. ``alt`` is empty where the image is decoration."""

    title: str
    text: str
    url: str
    image: AbstractImage | None
    alt: str


class CardPageBlock(PageBlock):
    """A page with what its card shows: two queries, however many cards and page types."""

    @classmethod
    def load(cls, keys: set[int]) -> dict[int, Page]:
        pages = load_pages_for_cards(keys)
        images = load_images(image_keys(pages.values()))
        add_card_images(pages.values(), images)
        return pages


def image_keys(pages: Iterable[Page]) -> set[int]:
    """The primary keys of the images that cards of these pages show."""
    return {key for page in pages if (key := image_key(page))}


def add_card_images(pages: Iterable[Page], images: Mapping[int, AbstractImage]) -> None:
    """Give each page the image of its card as ``card_image``, None where it has none."""
    for page in pages:
        page.card_image = images.get(image_key(page) or 0)


def image_key(page: Page) -> int | None:
    """The primary key of the image a page shows in lists, None where it has none."""
    keys = (getattr(page, f"{name}_id", None) for name in IMAGE_FIELDS)
    return next((key for key in keys if key), None)


def cards_of(
    values: Iterable[blocks.StructValue], request: HttpRequest | None, *, absolute: bool = False
) -> list[Card]:
    """The cards readers may see, their gaps filled from the pages they lead to."""
    cards = [card_of(value, request, absolute) for value in values]
    return [card for card in cards if card]


def card_of(value: blocks.StructValue, request: HttpRequest | None, absolute: bool) -> Card | None:
    """One card; None where its page is not public or there is nothing to show."""
    page = value.get("page")
    if page is None:
        url = shown_address(value.get("url") or "")
        says_something = value.get("title") or value.get("text")
        return card(value, Card("", "", url, None, "")) if says_something else None
    if not is_public(page):
        return None
    if not hasattr(page, "card_image"):  # chosen in a form a moment ago
        page = CardPageBlock.load({page.pk})[page.pk]
    url = (page.get_full_url(request) if absolute else page.get_url(request)) or ""
    title = getattr(page, "shown_title", "") or page.title
    text = getattr(page, "shown_summary", "") or page.search_description
    return card(value, Card(title, text, url, page.card_image, ""))


def card(value: blocks.StructValue, page: Card) -> Card:
    """What the editor wrote, and the page's own where they wrote nothing."""
    image: Any = value.get("image")
    return Card(
        title=value.get("title") or page.title,
        text=value.get("text") or page.text,
        url=page.url,
        image=image or page.image,
        alt=(image.contextual_alt_text or "") if image else "",
    )
