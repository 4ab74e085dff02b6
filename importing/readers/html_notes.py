"""Footnotes in HTML, however the tool that wrote it names them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml.etree import _Element as Element

from importing.document import Footnote, Inline, block_lines, join_lines, plain, tidy
from importing.readers.pieces import Piece

# fn1, fn:1, _ftn1, _edn1, footnote-1, endnote-1, cite_note-1; a reference to one has "ref".
_MARK = re.compile(r"_?(?:fn|ftnt|ftn|edn|footnote|endnote|cite_note)[:_-]?(?:.*[:_-])?(\w+)", re.I)
_NOTE = re.compile(r"(?:^|\s)(?:foot|end)note(?:\s|$)", re.I)
_BACK = re.compile(r"[\s↑↩⏎\ufe0e]+$")


def is_notes(element: Element) -> bool:
    """Whether an element is a footnote, or a list of nothing but footnotes."""
    if element.tag in ("ol", "ul"):
        return len(element) > 0 and all(map(_mark, element))
    return element.tag in ("div", "p", "aside", "section") and bool(_mark(element))


def read_notes(element: Element, collect: Callable[[Element], list[Piece]]) -> Iterator[Footnote]:
    """Each note without its own mark and without the arrow that leads back to the text."""
    for item in element if element.tag in ("ol", "ul") else [element]:
        mark = _mark(item)
        content = join_lines(x for p in collect(item) for x in block_lines(p.block))
        content = _without_mark(content, mark)
        if content:
            last = _BACK.sub("", content[-1].text)
            yield Footnote(mark, tidy((*content[:-1], replace(content[-1], text=last))))


def _mark(element: Element) -> str:
    """What the text shows for a note ("1"), or "" where the element is none."""
    name = element.get("id", "")
    if mark := _named(name):
        return mark
    link = _first_link(element)
    if link is None:
        return ""
    if mark := _named(link.get("id") or link.get("name") or ""):
        return mark
    number = "".join(link.itertext()).strip("[]() .")
    return number if _NOTE.search(element.get("class", "")) and number.isdecimal() else ""


def _named(name: str) -> str:
    found = _MARK.fullmatch(name)
    return found[1] if found and "ref" not in name.lower() else ""


def _first_link(element: Element) -> Element | None:
    """The link a note begins with, which leads back to the text."""
    for part in element.iter("*"):
        if part.tag == "a":
            return part
        if part.text and part.text.strip():
            return None
    return None


def _without_mark(content: Inline, mark: str) -> Inline:
    """The note without the mark that stands before it ("[1] ", a raised 1, a line with 1)."""
    written = re.match(rf"\W*{re.escape(mark)}\W*", plain(content))
    if not written or not re.match(r"[\[(]|.*[\])\n]|.*\s", written[0], re.S):
        return content
    end = written.end()
    runs = []
    for run in content:
        runs.append(replace(run, text=run.text[end:]))
        end = max(0, end - len(run.text))
    return tidy(runs)
