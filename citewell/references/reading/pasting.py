"""Read whatever was pasted: lists of references, HTML, records of reference managers, identifiers."""  # noqa: E501

import re
from dataclasses import replace
from typing import Any

from citewell.references.reading.bare import is_bare
from citewell.references.reading.bibtex import read_bibtex
from citewell.references.reading.lines import Line
from citewell.references.reading.model import Reading
from citewell.references.reading.records import find_records
from citewell.references.reading.reference import read_reference
from citewell.references.reading.section import without_article
from citewell.references.reading.splitting import Piece, split
from citewell.references.reading.tagged import read_nbib, read_ris
from citewell.text.html import html_to_text, looks_like_html, unescape

MOST = 20_000  # references in one paste; what comes behind is kept in one piece, unread

_RECORD_READERS = {"bibtex": read_bibtex, "ris": read_ris, "nbib": read_nbib}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_QUOTE_MARKS = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def clean_signs(text: str) -> str:
    """Return text with "\\n" line ends and without control characters."""
    return _LONE_SURROGATE.sub("\ufffd", _CONTROL.sub("", _LINE_ENDS.sub("\n", text)))


def _without_quote_marks(text: str) -> str:
    """Take the ">" off the lines, where a mail that is answered put one on each."""
    lines = [line for line in text.split("\n") if line.strip()]
    marked = sum(line.startswith(">") for line in lines)
    if marked > 1 and marked >= 0.9 * len(lines) - 1:  # a heading may stand above
        return _QUOTE_MARKS.sub("", text)
    return text


def prepare(text: str) -> str:
    """Return pasted text with "\\n" line ends, without markup, quote marks, control characters.

    NUL and its kin cannot be stored; a half surrogate becomes U+FFFD.
    """
    text = _without_quote_marks(clean_signs(text))
    return html_to_text(text) if "<" in text and looks_like_html(text) else unescape(text)


def read_references(text: str) -> list[Reading]:
    """Return one `Reading` per reference in `text`, in order; [] where there is none.

    Never raises. Every character that is not a space ends in some `raw`, or was a list number, a
    bullet, a heading, a row of links such as "[PubMed]", markup, the ">" of a quoted mail, or a
    control character.
    """
    return _read(prepare(text))


def read_article(text: str) -> tuple[list[Reading], int]:
    """Return the references of a list or of an article that ends in one, and lines left out.

    Only around the list of an article are lines left out; see `without_article`.
    """
    text, left_out = without_article(prepare(text))
    return _read(text), left_out


def _read(text: str) -> list[Reading]:
    readings: list[Reading] = []
    position = 0
    for record in find_records(text):
        readings += _plain(text[position : record.start])
        readings.append(_RECORD_READERS[record.kind](text[record.start : record.end].strip()))
        position = record.end
    return readings + _plain(text[position:])


def _plain(text: str) -> list[Reading]:
    if not text.strip():
        return []
    pieces = split(text)
    readings = [_one(text, piece) for piece in pieces[:MOST]]
    if len(pieces) > MOST:
        unread = text[pieces[MOST].start :].strip()
        readings.append(Reading(unread, {}, "red", unread))
    return readings


def _one(text: str, piece: Piece) -> Reading:
    raw = text[piece.start : piece.end]
    if re.fullmatch(r"\d{7,8}", raw):
        return Reading(
            raw, {"type": "article-journal", "PMID": raw}, "amber", "", {"PMID": (0, len(raw))}
        )
    reading = read_reference(raw)
    if reading.confidence == "red" and is_bare(Line(raw, 0, len(raw))):
        return replace(reading, confidence="amber")  # rightly read, but a look-up must fill it
    return reading


def references_as_json(text: str) -> list[dict[str, Any]]:
    """Return what `parse_references` prints: `[{"raw", "csl", "confidence", "rest"}]`."""
    return [reading.as_json() for reading in read_references(text)]
