"""The few lines of a page that a result shows, its matching words marked. Pure."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from search.understanding.stems import stem
from search.understanding.text import words

LENGTH: Final = 240
# Pieces looked at, so that a very long page costs no more than a long one.
MOST_PIECES: Final = 120

_PIECES = re.compile(r"(?<=[.!?;])\s+|\n+|\s-\s")
_TOKENS = re.compile(r"(\w[\w'’]*)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text and whether it is marked."""

    text: str
    marked: bool


def snippet(summary: str, text: str, stems: Collection[str], language: str) -> list[Piece]:
    """The summary, or the piece of text that says most of the query if the summary says less."""
    best, most = summary, _found(summary, stems, language)
    for piece in _PIECES.split(text)[:MOST_PIECES] if most < len(stems) else ():
        found = _found(piece, stems, language)
        if found > most and len(piece) > 20:
            best, most = piece, found
    return mark(_shortened(best, stems, language), stems, language)


def mark(text: str, stems: Collection[str], language: str) -> list[Piece]:
    """The text in pieces, those marked whose stem is one of `stems`."""
    pieces: list[Piece] = []
    for part in _TOKENS.split(text):
        hit = bool(part) and any(stem(w, language) in stems for w in words(part))
        if pieces and pieces[-1].marked == hit:
            pieces[-1] = Piece(pieces[-1].text + part, hit)
        elif part:
            pieces.append(Piece(part, hit))
    return pieces


def _found(text: str, stems: Collection[str], language: str) -> int:
    return len({s for w in words(text) if (s := stem(w, language)) in stems})


def _shortened(text: str, stems: Collection[str], language: str) -> str:
    """At most `LENGTH` characters, around the first matching word, cut between words."""
    text = " ".join(text.split())
    if len(text) <= LENGTH:
        return text
    start = 0
    for match in _TOKENS.finditer(text):
        if any(stem(w, language) in stems for w in words(match.group())):
            start = match.start() if match.start() > LENGTH - 60 else 0
            break
    if start:
        start = max(text.rfind(" ", 0, max(start - 60, 1)) + 1, 0)
    end = text.rfind(" ", start, start + LENGTH)
    cut = text[start : end if end > start else start + LENGTH]
    return ("… " if start else "") + cut + " …"
