"""What somebody looks for, understood, and where it stands in a passage; pure.

A phrase is searched as it is written, in small letters. On request a word also stands for its
forms (bleed, bleeding) or for what is spelt nearly like it: one letter wrong, missing, more, or
two exchanged. A regular expression is no more than its letters.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from citewell.wording.phrases import plain

LONGEST = 200
FEWEST = 2
NEAR = 4
"""Letters a word needs before near spellings of it are looked for."""
_WORD = re.compile(r"\w+")
_LOOKS_LIKE_PATTERN = re.compile(r"\\[wdsbWDSB]|\.\*|\.\+|\[[^\]]+\]|\(\?|\{\d+,?\d*\}")
_STEMMERS = {
    "en": "english", "de": "german", "fr": "french", "es": "spanish", "ar": "arabic",
}  # fmt: skip


class CannotSearch(ValueError):
    """Why a phrase is not searched, as a sentence."""


@dataclass(frozen=True)
class Wanted:
    """A phrase ready to be searched.

    Attributes:
        phrase: as it was written, blanks at the ends off.
        folded: in small letters, straight apostrophes, single blanks.
        forms: whether other forms of its words count.
        near: whether near spellings count.
        note: what the searcher should know about how it is searched; may be empty.
    """

    phrase: str
    folded: str
    forms: bool = False
    near: bool = False
    note: str = ""

    @property
    def words(self) -> list[str]:
        """The words of the phrase."""
        return _WORD.findall(self.folded)

    @property
    def is_exact(self) -> bool:
        """Whether only the phrase itself counts."""
        return not (self.forms or self.near)


def fold(text: str) -> str:
    """A text as it is searched."""
    return " ".join(plain(text).lower().split())


def understand(phrase: str, *, forms: bool = False, near: bool = False) -> Wanted:
    """What is to be searched.

    Raises:
        CannotSearch: too short or too long.
    """
    phrase = phrase.strip()
    folded = fold(phrase)
    if len(folded) < FEWEST or not _WORD.search(folded):
        raise CannotSearch("Write at least two letters or digits: one stands almost everywhere.")
    if len(phrase) > LONGEST:
        raise CannotSearch(f"Write at most {LONGEST} characters; these are {len(phrase)}.")
    note = ""
    if _LOOKS_LIKE_PATTERN.search(phrase):
        note = "This is searched letter by letter: a regular expression is not understood."
    return Wanted(phrase, folded, forms, near, note)


def fragments(wanted: Wanted) -> list[list[str]]:
    """For each word the texts of which a passage holds at least one where the word may stand."""
    if wanted.is_exact:
        return [[wanted.folded]]
    found = []
    for word in wanted.words:
        ways = {word}
        if wanted.forms:
            ways |= {root(word, language) for language in _STEMMERS}
        if wanted.near and len(word) >= NEAR and not word.isdecimal():
            half = len(word) // 2
            swapped = word[: half - 1] + word[half] + word[half - 1] + word[half + 1 :]
            ways |= {word[:half], word[half:], swapped}
        found.append(sorted(ways, key=len))
    return found


def places(wanted: Wanted, folded: str, language: str = "en") -> list[tuple[int, int]]:
    """Where the phrase stands in a folded text; the words of it one after the other."""
    if wanted.is_exact:
        return [found.span() for found in re.finditer(re.escape(wanted.folded), folded)]
    words = list(_WORD.finditer(folded))
    asked = wanted.words
    found = []
    for first in range(len(words) - len(asked) + 1):
        part = words[first : first + len(asked)]
        if all(
            matches(wanted, word, each[0], language) for word, each in zip(asked, part, strict=True)
        ):
            found.append((part[0].start(), part[-1].end()))
    return found


def matches(wanted: Wanted, word: str, other: str, language: str) -> bool:
    """Whether a word of a text stands for a word of the phrase."""
    if word == other:
        return True
    if wanted.forms and stem(word, language) == stem(other, language):
        return True
    return wanted.near and len(word) >= NEAR and not word.isdecimal() and is_near(word, other)


@lru_cache(maxsize=50_000)
def stem(word: str, language: str = "en") -> str:
    """The stem of a word; the word itself in languages without a stemmer."""
    name = _STEMMERS.get(language.partition("-")[0])
    return _stemmer(name).stemWord(word) if name else word


@lru_cache
def _stemmer(name: str) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer(name)


def root(word: str, language: str = "en") -> str:
    """The beginning that all forms of a word share, as far as the stemmer knows."""
    found = stem(word, language)
    common = 0
    while common < min(len(found), len(word)) and found[common] == word[common]:
        common += 1
    shared = word[:common]
    return shared[:-1] if len(shared) > 4 and shared[-1] in "iyet" else shared or word


@lru_cache(maxsize=50_000)
def is_near(word: str, other: str) -> bool:
    """Whether one letter is wrong, missing, more, or two neighbours are exchanged."""
    if word == other:
        return True
    if abs(len(word) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    one, two = word[start:], other[start:]
    return (
        one[1:] == two[1:]
        or one[1:] == two
        or one == two[1:]
        or (one[:2] == two[:2][::-1] and one[2:] == two[2:])
    )
