"""Names that are easily taken for each other: "not what you meant?". Pure.

Offered are pages found whose title, or matching other name, is a slip or two away from the
first result's or from what was typed (hypothyroidism and hyperthyroidism), and has other stems.
"""

from collections.abc import Sequence
from typing import Final

from search.store.interface import Found
from search.understanding.query import Query
from search.understanding.spelling import distance
from search.understanding.stems import stem
from search.understanding.text import words

# Results compared, slips that a near name may lie away, offers.
COMPARED: Final = 60
SLIPS: Final = 2.2
MOST: Final = 4
# Short names differ by a slip and have nothing in common.
SHORTEST: Final = 5


def near_names(query: Query, found: Sequence[Found], language: str) -> list[Found]:
    """At most four of the pages found after the first, the nearest first."""
    if not found:
        return []
    first = words(found[0].title)
    meant = [name for name in (first, list(query.words)) if len("".join(name)) >= SHORTEST]
    offers: list[tuple[float, int, Found]] = []
    for place, one in enumerate(found[1:COMPARED]):
        names = [words(name) for name in (one.title, one.also_called) if name]
        apart = min((_apart(a, b, language) for a in meant for b in names), default=SLIPS + 1)
        if apart <= SLIPS:
            offers.append((apart, place, one))
    offers.sort(key=lambda offer: offer[:2])
    return [one for _, _, one in offers[:MOST]]


def _apart(name: list[str], other: list[str], language: str) -> float:
    """How many slips lie between two names of as many words; many where they are one name."""
    if len(name) != len(other) or {stem(w, language) for w in name} == {
        stem(w, language) for w in other
    }:
        return SLIPS + 1
    total = 0.0
    for a, b in zip(name, other, strict=True):
        if a != b:
            if min(len(a), len(b)) < SHORTEST:
                return SLIPS + 1
            total += distance(a, b, SLIPS)
        if total > SLIPS:
            break
    return total
