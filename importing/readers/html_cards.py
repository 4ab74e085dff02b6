"""Teaser cards of an HTML page: neighbours of one shape that each point elsewhere."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

_CONTAINERS = frozenset({"div", "article", "li", "a", "section", "figure"})
_NAMES = re.compile(r"(^|[\s_-])(card|teaser|tile|related|post-preview|entry-preview)", re.I)
_MOST_WORDS = 70
_BLOCKS = ("table", "ol", "ul", "blockquote", "nav", "form")


def find_cards(element: Element) -> set[Element]:
    """The children of an element that are cards: at least two side by side."""
    cards: set[Element] = set()
    for group in _alike(element):
        if len(group) > 1 and all(map(_is_card, group)):
            cards.update(group)
    return cards


def _alike(element: Element) -> Iterator[list[Element]]:
    group: list[Element] = []
    for child in element:
        if not isinstance(child.tag, str) or child.tag not in _CONTAINERS:
            continue
        if group and _shape(group[0]) != _shape(child):
            yield group
            group = []
        group.append(child)
    yield group


def _shape(element: Element) -> tuple[str, str]:
    # Only the first class: "card card--large" and "card" are neighbours.
    return element.tag, element.get("class", "").split(" ")[0]


def _is_card(element: Element) -> bool:
    # A link that stays on the page belongs to a heading, to a note.
    links = (link for link in element.iter("a") if link.get("href", "#")[:1] != "#")
    link = element if element.tag == "a" else next(links, None)
    if link is None or link.get("href", "#")[:1] in ("#", ""):
        return False
    words = 0
    for text in element.itertext():
        words += len(text.split())
        if words > _MOST_WORDS:
            return False
    if not words or next(element.iter(*_BLOCKS), None) is not None:
        return False
    headings = sum(1 for _ in element.iter("h2", "h3", "h4", "h5", "h6"))
    if headings > (2 if element.tag == "article" or _is_all_link(element, link) else 1):
        return False
    named = _NAMES.search(element.get("class", ""))
    image = next(element.iter("img"), None) is not None
    return bool(named or (element.tag != "li" and (headings or image)) or (headings and image))


def _is_all_link(element: Element, link: Element) -> bool:
    return "".join(element.itertext()).split() == "".join(link.itertext()).split()
