"""Suggestions while someone types: names that begin so, a slip of the finger forgiven."""

from typing import Final

from search.store import reading
from search.store.analysis import base_language
from search.store.interface import Suggestion
from search.understanding.spelling import KnownWord, begun, typed_keys
from search.understanding.text import fold, plain_words

FEWEST_LETTERS: Final = 2
MOST: Final = 8
# A slip is looked for from this many letters on, where little begins as typed.
SLIP_FROM: Final = 3
ENOUGH: Final = 3


def suggest(prefix: str, site_id: int, language: str) -> list[Suggestion]:
    """At most eight pages, best first; none below two letters."""
    typed = " ".join(plain_words(prefix[:200]))[:60]
    if len(typed) < FEWEST_LETTERS:
        return []
    rows = reading.beginnings(site_id, language, [typed], 40)
    first = typed.split()[0]
    if len(rows) < ENOUGH and len(typed) >= SLIP_FROM:
        words = reading.spellings(site_id, language, typed_keys(typed.split()[-1]))
        mended = _mended(typed, words)
        if mended:
            rows += reading.beginnings(site_id, language, mended, 40)
    del first
    documents = reading.documents(list(dict.fromkeys(row.document_id for row in rows)))
    found: dict[int, Suggestion] = {}
    for row in rows:
        document = documents.get(row.document_id)
        if document is None or document.page_id in found:
            continue
        also = "" if row.name == document.title else row.name
        found[document.page_id] = Suggestion(
            document.page_id, document.title, document.url, also, document.type
        )
        if len(found) == MOST:
            break
    return list(found.values())


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


__all__ = ["base_language", "fold", "suggest"]
