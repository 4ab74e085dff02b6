"""Which words of a query may be slips, and of what."""

from collections.abc import Mapping
from typing import Final

from search.relevance import other_subjects
from search.store.reading import Term
from search.understanding.common import common_words
from search.understanding.lay import lay_table
from search.understanding.query import Query
from search.understanding.spelling import (
    MUCH_COMMONER,
    SHORTEST,
    SURELY,
    KnownWord,
    Mended,
)
from search.understanding.stems import stem

# A word of so few pages may be their misspelling.
RARE: Final = 2


def doubt(word: str, query: Query, term: Term | None, held: KnownWord | None) -> int:
    """0 for a word to leave alone, -1 for an unknown one, else how many pages have it:
    so few that it may be a slip of theirs, or only another form of it."""
    if len(word) < SHORTEST or not word.isalpha() or word in query.grammar:
        return 0
    table = lay_table(query.language)
    if word in table.words or stem(word, query.language) in table.stems:
        return 0
    if word in other_subjects(query.language):
        return 0
    if term is None:
        return 0 if word in common_words(query.language) else -1
    if held is None or (term.frequency <= RARE and not held.in_names):
        return term.frequency
    return 0


def doubtful(
    query: Query, i: int, held: int, options: list[Mended], printed: Mapping[str, KnownWord]
) -> list[Mended]:
    """What a word that few pages have (`held`) may be a slip of: much commoner near words, then
    the word as typed, then near words of names, which count where they make up a name."""
    typed = query.words[i]
    near = [
        m
        for m in options
        if m.distance <= SURELY and stem(m.word.text, query.language) != query.stems[i]
    ]
    surely = [m for m in near if m.word.frequency >= MUCH_COMMONER * held]
    others = [m for m in near if m not in surely and m.word.in_names and typed not in printed]
    as_typed = Mended(KnownWord(typed, query.shown[i], held, False), 0.0)
    return [*surely, as_typed, *others] if surely or others else []
