"""Mending words the vocabulary does not know.

Candidates come from keys both words share (letters left out, or the sound); here they are
compared letter by letter, cheaper where fingers and ears slip: neighbours on the keyboard,
swapped letters, doubled letters, one vowel for another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from math import log10
from typing import Final

from search.understanding.phonetic import sound

# Letters of a word that take part in its keys. Errors further back are found all the same,
# since a longer word keeps its first letters.
HEAD: Final = 7
SHORTEST: Final = 3
# The shortest known word that counts as the end of a longer one, and how far it is from it.
SHORTEST_TAIL: Final = 6
TAIL: Final = 1.4
# The shortest beginning that two words of one root share ("legionellosis", "legionella"), and
# the share of the typed word it must be.
SHORTEST_ROOT: Final = 6
ROOT_SHARE: Final = 0.6
# What is left of the difference between words that sound alike.
SAME_SOUND: Final = 0.35
# How near and how much commoner a word must be to stand in for one that a page has, but
# that may be a slip of its author.
SURELY: Final = 1.3
MUCH_COMMONER: Final = 10

_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS: Final = frozenset(
    pair
    for r, row in enumerate(_ROWS)
    for i, letter in enumerate(row)
    for other in (
        *row[max(i - 1, 0) : i + 2],
        *(_ROWS[r + 1][max(i - 1, 0) : i + 1] if r + 1 < len(_ROWS) else ""),
    )
    if other != letter
    for pair in (letter + other, other + letter)
)
_VOWELS: Final = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A word of the pages: as folded, as printed, pages that have it, part of a name."""

    text: str
    printed: str
    frequency: int
    in_names: bool


@dataclass(frozen=True, slots=True)
class Mended:
    """A known word for an unknown one and how far apart they are (0: equal)."""

    word: KnownWord
    distance: float


def keys(word: str) -> set[str]:
    """The keys a word is found by: its head with up to two letters left out, and its sound."""
    head = word[:HEAD]
    depth = 2 if len(word) > 5 else 1
    found = {head}
    for left_out in range(1, min(depth, len(head) - 2) + 1):
        for kept in combinations(range(len(head)), len(head) - left_out):
            found.add("".join(head[i] for i in kept))
    heard = sound(word)
    if len(heard) > 1:
        found.add("~" + heard)
    return found


def tail_keys(word: str) -> set[str]:
    """The keys of known words that a long one may end with ("parahemophilia")."""
    last = len(word) - SHORTEST_TAIL
    return {word[i : i + HEAD] for i in range(2, last + 1)}


def head_keys(word: str) -> set[str]:
    """The keys the first letters of a word are found by while it is still being typed."""
    found: set[str] = set()
    for length in range(SHORTEST, min(len(word), HEAD) + 1):
        found.update(_typed(word[:length]))
    return found


def typed_keys(typed: str) -> set[str]:
    """The `head_keys` that words begun as `typed`, with one slip, have."""
    return _typed(typed[: HEAD - 1])


def _typed(head: str) -> set[str]:
    return {"^" + head, *("^" + head[:i] + head[i + 1 :] for i in range(len(head)))}


def begun(typed: str, word: str) -> tuple[float, str]:
    """How far what was typed is from the beginning of a word, and that beginning."""
    return min(
        (distance(typed, word[:length], 3.0), word[:length])
        for length in range(max(len(typed) - 1, 1), len(typed) + 2)
    )


def allowance(word: str) -> float:
    """How far a mended word may lie from the one typed."""
    length = len(word)
    if length <= SHORTEST:
        return 0.8
    if length <= 5:
        return 1.3
    return 2.2 if length <= 8 else 2.9


def mend(word: str, known: Iterable[KnownWord], limit: int = 3) -> list[Mended]:
    """The nearest known words within the allowance, best first."""
    bound = allowance(word)
    heard = sound(word)
    found: list[tuple[float, Mended]] = []
    for candidate in known:
        if candidate.text == word:
            continue
        if len(candidate.text) >= SHORTEST_TAIL and word.endswith(candidate.text):
            apart = min(TAIL, len(word) - len(candidate.text))
        elif _share_root(word, candidate.text):
            apart = min(TAIL, distance(word, candidate.text, bound + 1))
        elif abs(len(candidate.text) - len(word)) > bound + 1:
            continue
        else:
            apart = distance(word, candidate.text, bound + 1)
        if len(heard) > 1 and heard == sound(candidate.text):
            apart *= SAME_SOUND
        if apart > bound:
            continue
        # Common words and words of names are likelier to be meant.
        likely = 0.12 * log10(1 + candidate.frequency) + (0.6 if candidate.in_names else 0.0)
        found.append((apart - likely, Mended(candidate, apart)))
    found.sort(key=lambda pair: (pair[0], pair[1].word.text))
    return [mended for _, mended in found[:limit]]


def _share_root(word: str, other: str) -> bool:
    """Whether two words begin alike so far that one root is likely."""
    shared = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    length = min(len(word), len(other)) if shared is None else shared
    return length >= max(SHORTEST_ROOT, ROOT_SHARE * len(word), ROOT_SHARE * len(other))


def distance(typed: str, meant: str, bound: float) -> float:
    """Weighted Damerau distance; any number above `bound` once it is certain to be above."""
    before: list[float] = []
    row = [i * 1.0 for i in range(len(meant) + 1)]
    for i, a in enumerate(typed, 1):
        previous, row_before = row, before
        row = [previous[0] + 1.0]
        for j, b in enumerate(meant, 1):
            if a == b:
                cost = previous[j - 1]
            else:
                cost = previous[j - 1] + _exchange(a, b, i == 1 and j == 1)
            extra = 0.5 if i > 1 and a == typed[i - 2] else 1.0
            missing = 0.5 if j > 1 and b == meant[j - 2] else 0.9
            cost = min(cost, previous[j] + extra, row[j - 1] + missing)
            if i > 1 and j > 1 and a == meant[j - 2] and b == typed[i - 2]:
                cost = min(cost, row_before[j - 2] + 0.8)
            row.append(cost)
        if min(row) > bound:
            return bound + 1
        before = previous
    return row[-1]


def _exchange(a: str, b: str, first: bool) -> float:
    if a + b in _NEIGHBOURS:
        cost = 0.8
    elif a in _VOWELS and b in _VOWELS:
        cost = 0.7
    else:
        cost = 1.0
    return cost + (0.3 if first else 0.0)
