"""The words of a page as readers see them, each passage with its place in the editor."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.models import Page
from wagtail.rich_text import RichText

from citewell.blocks.addresses import AddressBlock
from citewell.blocks.walking import Place, places_in, streams_of
from citewell.text.html import html_to_text
from citewell.wording.advertising import Passage

NOT_READ = frozenset({"slug", "seo_title", "draft_title", "url_path", "path"})
"""Columns that hold no words of the page itself."""
NO_PROSE = frozenset({"references"})
"""Streams that hold what others wrote."""


def passages_of(page: Page) -> Iterator[Passage]:
    """The passages of a specific page in reading order: title, plain fields, streams."""
    for name, text in plain_fields(page):
        if text.strip():
            yield Passage(text, field=name)
    for name, stream in streams_of(page):
        if name not in NO_PROSE:
            for place in places_in(name, (), stream.stream_block, stream):
                if passage := passage_at(place):
                    yield passage


def plain_fields(page: Page) -> Iterator[tuple[str, str]]:
    """Name and text of the title and of every text field that a page type adds."""
    yield "title", page.title
    basic = {field.name for field in Page._meta.concrete_fields} - {"search_description"}
    for field in page._meta.concrete_fields:
        is_text = type(field) in (models.CharField, models.TextField) and not field.choices
        if is_text and field.name not in basic | NOT_READ:
            yield field.name, str(getattr(page, field.name) or "")


def passage_at(place: Place) -> Passage | None:
    """The words of a place; None where it has none of its own."""
    value = place.value
    if isinstance(value, RichText):
        text = html_to_text(value.source)
    elif isinstance(value, str) and is_prose(place.block):
        text = value
    else:
        return None
    if not text.strip():
        return None
    return Passage(
        text,
        place.field,
        place.block_id,
        is_quoted=is_words_of_others(place),
        is_denied=is_left(place),
    )


def is_prose(block: Any) -> bool:
    """Whether a block's text is read, unlike addresses, anchors and choices."""
    if isinstance(block, AddressBlock) or getattr(block, "name", "") == "anchor":
        return False
    return isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.RawHTMLBlock)


def is_words_of_others(place: Place) -> bool:
    """Whether a place is the text of a quotation."""
    return place.block.name == "text" and place.inside == "quote"


def is_left(place: Place) -> bool:
    """Whether a place says what is wrong or not to be done: a myth, a “don't”."""
    return place.block.name == "myth" or "dont" in place.path
