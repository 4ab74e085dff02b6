"""Which part of a pasted text is what, as pieces a page can colour; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: What is told apart in colour, with the name a legend and a screen reader give it.
MARKS = {
    "people": "Authors",
    "title": "Title",
    "container": "Journal, book or website",
    "publisher": "Publisher",
    "date": "Date",
    "numbers": "Volume, issue, pages",
    "identifier": "Identifier or address",
}
_MARK_OF = {
    "author": "people",
    "editor": "people",
    "translator": "people",
    "et-al": "people",
    "title": "title",
    "container-title": "container",
    "collection-title": "container",
    "event-title": "container",
    "publisher": "publisher",
    "publisher-place": "publisher",
    "issued": "date",
    "accessed": "date",
    "volume": "numbers",
    "issue": "numbers",
    "page": "numbers",
    "edition": "numbers",
    **dict.fromkeys(("DOI", "PMID", "PMCID", "ISBN", "ISSN", "URL"), "identifier"),
}


@dataclass(frozen=True)
class Piece:
    """A stretch of the text; ``mark`` is a key of ``MARKS``, empty between the parts."""

    text: str
    mark: str = ""

    @property
    def name(self) -> str:
        """The mark in words."""
        return MARKS.get(self.mark, "")


def pieces(raw: str, spans: Mapping[str, Sequence[int]]) -> list[Piece]:
    """The whole text in its order, cut where a part begins or ends.

    Args:
        raw: the text.
        spans: for a field by its CSL name the place of its text, as (start, end). Where two
            lie on the same text the one that begins first, or is longer, has it.
    """
    places = sorted(
        (max(int(start), 0), -min(int(end), len(raw)), _MARK_OF[name])
        for name, (start, end) in spans.items()
        if name in _MARK_OF
    )
    found: list[Piece] = []
    position = 0
    for start, minus_end, mark in places:
        start, end = _trimmed(raw, max(start, position), -minus_end)
        if start >= end:
            continue
        if raw[position:start]:
            found.append(Piece(raw[position:start]))
        found.append(Piece(raw[start:end], mark))
        position = end
    return [*found, Piece(raw[position:])] if raw[position:] else found


def _trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    """The same place without blanks at its ends."""
    text = raw[start:end]
    return start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))
