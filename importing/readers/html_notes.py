"""Footnotes in HTML, however the tool that wrote it names them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml.etree import _Element as Element

from importing.document import Footnote, block_lines, join_lines, tidy
from importing.readers.pieces import Piece

# fn1, fn:1, _ftn1, _edn1, footnote-1, endnote-1, cite_note-1; a reference to one has "ref".
_MARK = re.compile(r"_?(?:fn|ftn|edn|footnote|endnote|cite_note)[:_-]?(?:.*[:_-])?(\w+)", re.I)


def is_notes(element: Element) -> bool:
    """Whether an element is a footnote, or a list of nothing but footnotes."""
    if element.tag in ("ol", "ul"):
        return len(element) > 0 and all(_mark(child) for child in element)
    return element.tag in ("div", "p", "aside", "section") and bool(_mark(element))


def read_notes(element: Element, collect: Callable[[Element], list[Piece]]) -> Iterator[Footnote]:
    """Each note without the arrow that leads back to the text."""
    for item in element if element.tag in ("ol", "ul") else [element]:
        content = join_lines(x for p in collect(item) for x in block_lines(p.block))
        if content:
            last = re.sub(r"[\s↑↩⏎\ufe0e]+$", "", content[-1].text)
            yield Footnote(_mark(item), tidy((*content[:-1], replace(content[-1], text=last))))


def _mark(element: Element) -> str:
    """What the text shows for a note ("1"), or "" where the element is none."""
    name = element.get("id", "")
    found = _MARK.fullmatch(name)
    return found[1] if found and "ref" not in name.lower() else ""
