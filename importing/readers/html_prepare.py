"""What some tools write in a way of their own, made plain HTML before the page is read."""

import re
from urllib.parse import parse_qs, urlsplit

from lxml import etree
from lxml.etree import _Element as Element

from importing.readers.html_tags import VOID

# Google Docs writes each depth of a list as a list of its own: "lst-kix_ab12-1".
_DEPTH = re.compile(r"\blst-[\w.]+-(\d)\b")
_IMAGE_TAGS = ("amp-img", "amp-anim")


def prepare(root: Element) -> None:
    """Rewrite the tree in place; nothing a reader sees is taken away or moved."""
    for image in list(root.iter(*_IMAGE_TAGS)):
        image.tag = "img"
    for link in root.iter("a"):
        if target := _behind_redirect(link.get("href", "")):
            link.set("href", target)
    for element in list(root.iter("ul", "ol")):
        _nest(element)
    for element in list(root.iter("dd")):
        _unwrap(element)
    for element in list(root.iter(*VOID)):
        if element.text or len(element):
            _empty(element)


def ends_as_question(element: Element) -> bool:
    """Whether the words of an element are a question."""
    return "".join(element.itertext()).rstrip().endswith(("?", "？", "؟"))


def _unwrap(element: Element) -> None:
    """Take the only paragraph of a description out of its wrapping: it follows its term."""
    first = element[0] if len(element) == 1 else None
    if first is None or first.tag != "p" or _is_text(element.text) or _is_text(first.tail):
        return
    element.text = first.text
    element.extend(list(first))
    element.remove(first)


def _empty(element: Element) -> None:
    """Put what the parser took for the content of an element that has none behind it."""
    inside = etree.Element("span")
    inside.text, element.text = element.text, None
    inside.extend(list(element))
    inside.tail, element.tail = element.tail, None
    element.addnext(inside)


def _behind_redirect(address: str) -> str:
    """Where a link of a Google document leads, or ""."""
    if "google." not in address or "/url?" not in address:
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if not re.fullmatch(r"www\.google\.[a-z.]+", parts.netloc) or parts.path != "/url":
        return ""
    query = parse_qs(parts.query)
    return (query.get("q") or query.get("url") or [""])[0]


def _nest(element: Element) -> None:
    """Put a list that says it is deeper into the list before it, and one that goes on after."""
    before = element.getprevious()
    if before is None or before.tag not in ("ul", "ol") or not len(before):
        return
    depth, above = _depth(element), _depth(before)
    if depth is None or above is None or _is_text(before.tail) or _is_text(element.text):
        return
    if depth > above:
        _take_out(element)
        before[-1].append(element)
        _nest(element)
    elif depth == above and "start" not in element.get("class", "").split():
        _take_out(element)
        before.extend(list(element))


def _take_out(element: Element) -> None:
    """Out of its place, the text behind it left there."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None and parent is not None:
        before.tail, element.tail = element.tail, None
        parent.remove(element)


def _is_text(text: str | None) -> bool:
    return bool(text and text.strip())


def _depth(element: Element) -> int | None:
    found = _DEPTH.search(element.get("class", ""))
    return int(found[1]) if found else None
