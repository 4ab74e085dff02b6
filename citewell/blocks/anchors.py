"""Anchors of headings: filled once from the text, unique on the page, kept for ever.

They are filled whenever a stream is made ready to be stored, so every road (form,
importer, script) leads to the same anchors. Of two headings with one anchor the later
one yields: the editor puts the copy of a block after it.
"""

from collections.abc import Collection, Iterable, Iterator, MutableMapping
from typing import Any

from django.utils.text import slugify
from wagtail import blocks

Heading = MutableMapping[str, Any]
"""The value of a heading block."""

RESERVED = frozenset({"main", "menu", "navigation", "prepare", "references", "search", "top"})
"""Anchors that page templates use themselves."""


def fill_anchors(headings: Iterable[Heading], reserved: Collection[str] = RESERVED) -> None:
    """Give each heading an anchor no other has; changes the values in place."""
    headings = list(headings)
    taken = set(reserved)
    for heading in headings:
        anchor = slugify(heading.get("anchor") or "", allow_unicode=True)
        heading["anchor"] = "" if anchor in taken else anchor
        taken.add(anchor)
    for heading in headings:
        if not heading["anchor"]:
            heading["anchor"] = free_anchor(str(heading.get("text") or ""), taken)
            taken.add(heading["anchor"])


def free_anchor(text: str, taken: Collection[str]) -> str:
    """The slug of a text, numbered where it is taken."""
    slug = slugify(text, allow_unicode=True)[:80].strip("-") or "section"
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"


def headings_in_value(stream: blocks.StreamValue) -> Iterator[Heading]:
    """The headings of a stream and of the streams in it."""
    for child in stream:
        if child.block_type == "heading":
            yield child.value
        elif isinstance(child.value, blocks.StreamValue):
            yield from headings_in_value(child.value)


def headings_in_data(data: Iterable[dict[str, Any]]) -> Iterator[Heading]:
    """The same of a stream as it is stored."""
    for item in data:
        if item["type"] == "heading":
            yield item["value"]
        elif isinstance(item["value"], list):
            yield from headings_in_data(i for i in item["value"] if is_stream_item(i))


def is_stream_item(item: Any) -> bool:
    """Whether a stored item is of a stream, not of a list."""
    return isinstance(item, dict) and "value" in item and item.get("type", "item") != "item"


class AnchoredStreamBlock(blocks.StreamBlock):
    """A stream whose headings, at any depth, have anchors."""

    reserved_anchors: Collection[str] = RESERVED

    def clean(self, value: blocks.StreamValue, **kwargs: Any) -> blocks.StreamValue:
        cleaned = super().clean(value, **kwargs)
        fill_anchors(headings_in_value(cleaned), self.reserved_anchors)
        return cleaned

    def get_prep_value(self, value: blocks.StreamValue | None) -> list[dict[str, Any]]:
        data: list[dict[str, Any]] = super().get_prep_value(value)
        fill_anchors(headings_in_data(data or ()), self.reserved_anchors)
        return data
