"""Reading the vocabulary of names and finding its phrases in a query.

Three files of `search/words/`, each with its format in its first lines: `lay.<language>.txt`
sets everyday words beside medical ones, `synonyms.<language>.txt` lists names of one thing,
`roots.<language>.txt` builds wordings. A language without them has no lay words, and search
works all the same.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from search.understanding.roots import wordings
from search.understanding.stems import stem
from search.understanding.stopwords import GRAMMAR
from search.understanding.text import american, words

Stems = tuple[str, ...]

# Trust in a wording the patient did not use: what an everyday phrase means, the heading of
# a name; other names of the same thing; the way back from a medical or heading word.
MEANS: Final = 0.9
BESIDE: Final = 0.6
ALSO: Final = 0.45

_PLAIN: Final = re.compile("[a-z0-9 ]+")


@dataclass(frozen=True)
class LayTable:
    """Phrases, as stems, to the wordings that mean the same, each with its trust.

    `medical` holds the stems of the medical side. `stems` of everyday wordings and `words` of
    names are known, so never taken for slips (of names the very words: "migrans" is one,
    "migrane" is not). `bags` leads from the stems of a phrase in any order to it.
    """

    language: str
    phrases: dict[Stems, dict[Stems, float]] = field(default_factory=dict)
    longest: int = 1
    medical: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    bags: dict[frozenset[str], Stems] = field(default_factory=dict)

    def find(self, stems: Sequence[str], start: int) -> int:
        """How many stems from `start` on form the longest known phrase; 0 for none."""
        for length in range(min(self.longest, len(stems) - start), 0, -1):
            if tuple(stems[start : start + length]) in self.phrases:
                return length
        return 0


def read(lines: Iterable[str], language: str) -> LayTable:
    """The table of `lines`; a line that is no entry raises ValueError naming it."""
    grammar = {stem(w, language) for w in GRAMMAR.get(language, ())}
    table: dict[Stems, dict[Stems, float]] = {}
    medical: set[str] = set()
    everyday: set[str] = set()
    named: set[str] = set()

    def phrases(part: str) -> list[Stems]:
        found = [tuple(stem(w, language) for w in _words(p)) for p in part.split("|")]
        return [phrase for phrase in found if phrase]

    def lead(phrase: Stems, others: Iterable[Stems], trust: float) -> None:
        meant = table.setdefault(phrase, {})
        for other in others:
            if other != phrase:
                meant[other] = max(trust, meant.get(other, 0.0))

    for number, raw in enumerate(lines, 1):
        line = raw.split("#")[0].strip()
        if not line:
            continue
        left, sign, right = line.partition("=")
        first, terms = phrases(left), phrases(right.removeprefix(">"))
        if not first or (not terms if sign else len(first) < 2):
            raise ValueError(f"line {number}: expected “everyday words = medical words”: {line}")
        if sign:
            for phrase in first:
                lead(phrase, terms, MEANS)
                everyday.update(phrase)
            for term in () if right.startswith(">") else terms:
                lead(term, (*terms, *first), ALSO)
                medical.update(term)
        else:
            heading, *names = first
            named.update(words(line))
            lead(heading, names, ALSO)
            for name in names:
                lead(name, [heading], MEANS)
                lead(name, names, BESIDE)
            medical.update(s for name in first if len(name) == 1 for s in name)
    return LayTable(
        language,
        table,
        max(map(len, table), default=1),
        frozenset(medical),
        frozenset(everyday),
        frozenset(named),
        {frozenset(phrase) - grammar: phrase for phrase in table if len(phrase) > 1},
    )


def _words(phrase: str) -> list[str]:
    """As `words`, quicker for the plain phrases that nearly all entries are."""
    if _PLAIN.fullmatch(phrase):
        return [american(word) for word in phrase.split()]
    return words(phrase)


@lru_cache(maxsize=16)
def lay_table(language: str) -> LayTable:
    """The shipped table of a language, empty where there is none."""
    code = language.split("-")[0].lower()
    folder = Path(__file__).parents[1] / "words"

    def lines(name: str) -> list[str]:
        path = folder / f"{name}.{code}.txt"
        return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []

    return read([*lines("lay"), *lines("synonyms"), *wordings(lines("roots"))], language)
