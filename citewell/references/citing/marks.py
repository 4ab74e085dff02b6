"""Citation marks in stored rich text; pure.

A mark is one tag without text of its own, so that no number ever stands in what is stored::

    Most back pain gets better.<embed embedtype="citation" id="12" locator="p. 4"/>

Marks side by side, with nothing but blanks, a comma or a semicolon between them, are a group.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

ENTITY = "citation"
"""The ``embedtype`` of a mark, and the name of its feature."""

LONGEST_LOCATOR = 60

_TAG = r'<embed\b(?=[^<>]*\bembedtype="citation")[^<>]*>(?:</embed>)?'
_MARK = re.compile(_TAG)
_GROUP = re.compile(rf"{_TAG}(?:(?:\s|&nbsp;)*[,;]?(?:\s|&nbsp;)*{_TAG})*")
_PLAIN = re.compile(r'<embed embedtype="citation" id="([0-9]{1,18})"/>')
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Mark:
    """One citation: the key of its source, and where in the source ("p. 12")."""

    source: int
    locator: str = ""

    def __str__(self) -> str:
        return tag(self.source, self.locator)


def tag(source: int, locator: str = "") -> str:
    """A mark as it is stored."""
    where = f' locator="{html.escape(locator[:LONGEST_LOCATOR])}"' if locator else ""
    return f'<embed embedtype="{ENTITY}" id="{source}"{where}/>'


def marks_in(text: str) -> Iterator[Mark]:
    """The marks of a stored rich text, in their order; a tag without a key is none."""
    if 'embedtype="citation"' not in text:
        return
    if plain := _PLAIN.fullmatch(text):
        yield Mark(int(plain[1]))
        return
    for found in _MARK.finditer(text):
        attributes = dict(_ATTRIBUTE.findall(found[0]))
        # Not more digits than a key may have: a longer number is refused by the database.
        if re.fullmatch(r"[0-9]{1,18}", attributes.get("id", "")):
            locator = html.unescape(attributes.get("locator", ""))
            yield Mark(int(attributes["id"]), " ".join(locator.split())[:LONGEST_LOCATOR])


@dataclass(frozen=True, slots=True)
class Group:
    """Marks side by side, and where they stand in their text."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def groups_in(text: str) -> list[Group]:
    """The groups of a stored rich text, in their order."""
    if 'embedtype="citation"' not in text:
        return []
    return [
        Group(found.start(), found.end(), tuple(marks_in(found[0])))
        for found in _GROUP.finditer(text)
    ]
