"""Suggestions while someone types: names that begin so, a slip of the finger forgiven."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from search.models import SearchBeginning, SearchDocument
from search.store import reading
from search.store.interface import Suggestion
from search.understanding.spelling import KnownWord, begun, typed_keys
from search.understanding.text import plain_words

FEWEST_LETTERS: Final = 2
MOST: Final = 8
# A slip is looked for from this many letters on, where little begins as typed.
SLIP_FROM: Final = 3
ENOUGH: Final = 3
# How many titles that begin alike stand among the first.
OF_A_FAMILY: Final = 2
# Beginnings read, and what a document everybody writes about gains (`analysis.BY_TITLE`).
LOOKED_AT: Final = 80
PRIOR: Final = 10


def suggest(prefix: str, site_id: int, language: str) -> list[Suggestion]:
    """At most eight pages, best first; none below two letters."""
    typed = " ".join(plain_words(prefix[:200]))[:60]
    if len(typed) < FEWEST_LETTERS:
        return []
    rows = reading.beginnings(site_id, language, [typed], LOOKED_AT)
    as_typed = len(rows)
    if len(rows) < ENOUGH and len(typed) >= SLIP_FROM:
        words = reading.spellings(site_id, language, typed_keys(typed.split()[-1]))
        mended = _mended(typed, words)
        if mended:
            rows += reading.beginnings(site_id, language, mended, LOOKED_AT)
    documents = reading.documents(list(dict.fromkeys(row.document_id for row in rows)))
    found: dict[int, Suggestion] = {}
    for row in _likeliest(rows, documents, as_typed):
        document = documents.get(row.document_id)
        if document is None or document.page_id in found:
            continue
        also = "" if row.name == document.title else row.name
        found[document.page_id] = Suggestion(
            document.page_id, document.title, document.url, also, document.type
        )
    return _varied(list(found.values()))[:MOST]


def _likeliest(
    rows: list[SearchBeginning], documents: Mapping[int, SearchDocument], as_typed: int
) -> list[SearchBeginning]:
    """By weight and by how much other pages speak of the document, the first `as_typed` rows
    before those found by mending."""

    def value(numbered: tuple[int, SearchBeginning]) -> tuple[bool, float, int]:
        number, row = numbered
        document = documents.get(row.document_id)
        prior = document.prior if document else 0.0
        return number >= as_typed, -row.weight - PRIOR * prior, number

    return [row for _, row in sorted(enumerate(rows), key=value)]


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
