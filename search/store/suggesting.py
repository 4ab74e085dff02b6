"""Suggestions while someone types: names that begin so, a slip of the finger forgiven."""

from collections import Counter
from typing import Final

from search.models import SearchDocument
from search.store import reading
from search.store.interface import Suggestion
from search.store.reading import Begun
from search.understanding.spelling import KnownWord, begun, typed_keys
from search.understanding.text import plain_words

FEWEST_LETTERS: Final = 2
MOST: Final = 8
# A slip is looked for from this many letters on, where little begins as typed.
SLIP_FROM: Final = 3
ENOUGH: Final = 3
# Words typed before the last that a name must have, out of order.
MOST_BESIDE: Final = 4
# How many titles that begin alike stand among the first.
OF_A_FAMILY: Final = 2
# Beginnings read, documents looked at, and what one that everybody writes about gains
# (`analysis.BY_TITLE`).
LOOKED_AT: Final = 400
COMPARED: Final = 24
PRIOR: Final = 10


def suggest(prefix: str, site_id: int, language: str) -> list[Suggestion]:
    """At most eight pages, best first; none below two letters."""
    typed = " ".join(plain_words(prefix[:200]))[:60]
    if len(typed) < FEWEST_LETTERS:
        return []
    groups = [reading.beginnings(site_id, language, [typed], LOOKED_AT)]
    if len(groups[0]) < ENOUGH and " " in typed:
        groups.append(_scattered(typed, site_id, language))
    if sum(map(len, groups)) < ENOUGH and len(typed) >= SLIP_FROM:
        words = reading.spellings(site_id, language, typed_keys(typed.split()[-1]))
        if mended := _mended(typed, words):
            groups.append(reading.beginnings(site_id, language, mended, LOOKED_AT))
    names: dict[int, str] = {}
    for rows in groups:
        for row in sorted(rows, key=lambda row: -row.weight - PRIOR * row.prior):
            names.setdefault(row.document, row.name)
    found: list[Suggestion] = []
    waiting = list(names)
    # Pages that are no longer open make room for the next ones.
    while waiting and len(found) < MOST:
        some, waiting = waiting[:COMPARED], waiting[COMPARED:]
        documents = reading.documents(some, aside=("names", "facets"))
        found += [_suggestion(documents[pk], names[pk]) for pk in some if pk in documents]
    return _varied(found)[:MOST]


def _scattered(typed: str, site_id: int, language: str) -> list[Begun]:
    """Names of which some word begins as the last one typed, and others as those before it."""
    *before, last = typed.split()
    beside = [word for word in before if len(word) >= FEWEST_LETTERS]
    if len(last) < FEWEST_LETTERS:
        last = beside.pop() if beside else ""
    if not last:
        return []
    return reading.beginnings(site_id, language, [last], LOOKED_AT, beside[:MOST_BESIDE])


def _suggestion(document: SearchDocument, name: str) -> Suggestion:
    also = "" if name == document.title else name
    return Suggestion(document.page_id, document.title, document.url, also, document.type)


def _varied(found: list[Suggestion]) -> list[Suggestion]:
    """The same, further ones of a family (titles that share two first words) at the end."""
    seen: Counter[tuple[str, ...]] = Counter()
    first: list[Suggestion] = []
    rest: list[Suggestion] = []
    for one in found:
        family = tuple(plain_words(one.title)[:2])
        seen[family] += 1
        (first if seen[family] <= OF_A_FAMILY else rest).append(one)
    return first + rest


def _mended(typed: str, words: list[KnownWord]) -> list[str]:
    """Beginnings near to what was typed, nearest first."""
    *before, last = typed.split()
    near: dict[str, float] = {}
    for word in words:
        apart, beginning = begun(last, word.text)
        if apart <= 1.3:
            key = " ".join([*before, beginning])
            near[key] = min(near.get(key, 9.0), apart)
    return sorted(near, key=lambda beginning: (near[beginning], beginning))[:8]
