"""Which words of a query may be counted and told to editors. Pure: no Django.

Told are a short query as a whole, its words in the alphabet's order, and single words that are
no everyday ones: never a sentence, so never who asked or why. Words that look like a person's
name, and all with digits (numbers, dates), are not even counted.
"""

from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from search.understanding.common import common_words
from search.understanding.query import Query
from search.understanding.text import words

# Words of a query that is told as a whole, letters of a word.
MOST_WORDS: Final = 3
SHORTEST: Final = 3
LONGEST: Final = 40

# After these comes a name, whatever it is.
_TITLES: Final = frozenset(
    [
        "dr",
        "doctor",
        "mr",
        "mrs",
        "ms",
        "miss",
        "prof",
        "professor",
        "sir",
        "madam",
        "nurse",
        "sister",
        "herr",
        "frau",
        "named",
        "called",
    ]
)


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """Given names, and family names that are no everyday words; words of the vocabulary are left
    out."""
    return frozenset(Path(__file__).with_name("names.txt").read_text("utf-8").split())


def looks_like_a_name(text: str, people: frozenset[str] = frozenset()) -> frozenset[str]:
    """Those folded words of a text as it was typed that may be somebody's name.

    Such are names of the list, of `people` (those the site itself names), what follows a
    title, and words written with a capital inside a text that is not all in capitals."""
    found = words(text)
    typed = [word for raw in text.split() for word in [raw.strip(".,;:!?()\"'")] if word]
    capitals = {
        folded
        for i, word in enumerate(typed)
        if word[:1].isupper() and not word.isupper() and (i or _later(typed))
        for folded in words(word)
    }
    after = {word for before, word in pairwise(found) if before in _TITLES}
    listed = {word for word in found if word in _names() or word in people}
    return frozenset(listed | after | capitals)


def _later(typed: list[str]) -> bool:
    """Whether another word than the first has a capital: then the first is no mere beginning."""
    return any(word[:1].isupper() for word in typed[1:])


def units(query: Query, text: str, people: frozenset[str] = frozenset()) -> list[str]:
    """The words of a query that may be counted: as a whole, and single ones."""
    names = looks_like_a_name(text, people)
    kept = sorted({word for word in query.meaningful if len(word) >= SHORTEST})
    fit = [w for w in kept if w.isalpha() and len(w) <= LONGEST and w not in names]
    everyday = common_words(query.language)
    found = [word for word in fit if word not in everyday]
    # Two unheard-of words side by side may be a person of a country whose names are not listed.
    if 1 <= len(kept) <= MOST_WORDS and fit == kept and len(found) < 2:
        found.append(" ".join(kept))
    return list(dict.fromkeys(found))
