"""Reading the lay vocabulary and finding its phrases in a query.

The table is `search/words/lay.<language>.txt`, its format is told in its first
lines. A language without a table has no lay words, and search works all the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from search.understanding.roots import wordings
from search.understanding.stems import stem
from search.understanding.text import words

Stems = tuple[str, ...]


@dataclass(frozen=True)
class LayTable:
    """Phrases, as stems, to the wordings that mean the same (each as stems).

    `plain` holds what an everyday phrase means in medicine, `medical` the way back, `stems`
    the everyday words: known, so never taken for slips.
    """

    language: str
    plain: dict[Stems, tuple[Stems, ...]] = field(default_factory=dict)
    medical: dict[Stems, tuple[Stems, ...]] = field(default_factory=dict)
    longest: int = 1
    stems: frozenset[str] = frozenset()

    def find(self, stems: Sequence[str], start: int) -> int:
        """How many stems from `start` on form the longest known phrase; 0 for none."""
        for length in range(min(self.longest, len(stems) - start), 0, -1):
            phrase = tuple(stems[start : start + length])
            if phrase in self.plain or phrase in self.medical:
                return length
        return 0


def read(lines: Iterable[str], language: str) -> LayTable:
    """The table of `lines`; a line that is no entry raises ValueError naming it."""

    def phrases(part: str) -> list[Stems]:
        found = [tuple(stem(w, language) for w in words(p)) for p in part.split("|")]
        return [phrase for phrase in found if phrase]

    plain: dict[Stems, dict[Stems, None]] = {}
    medical: dict[Stems, dict[Stems, None]] = {}
    for number, raw in enumerate(lines, 1):
        line = raw.split("#")[0].strip()
        if not line:
            continue
        left, sign, right = line.partition("=")
        one_way = right.startswith(">")
        lay, terms = phrases(left), phrases(right.removeprefix(">"))
        if not (sign and lay and terms):
            raise ValueError(f"line {number}: expected “everyday words = medical words”: {line}")
        for phrase in lay:
            plain.setdefault(phrase, {}).update((t, None) for t in terms if t != phrase)
        for term in () if one_way else terms:
            others = [p for p in (*terms, *lay) if p != term]
            medical.setdefault(term, {}).update((p, None) for p in others)
    return LayTable(
        language,
        {p: tuple(t) for p, t in plain.items()},
        {p: tuple(t) for p, t in medical.items()},
        max(map(len, (*plain, *medical)), default=1),
        frozenset(s for phrase in plain for s in phrase),
    )


@lru_cache(maxsize=16)
def lay_table(language: str) -> LayTable:
    """The shipped table of a language, empty where there is none."""
    code = language.split("-")[0].lower()
    words_of = Path(__file__).parents[1] / "words"
    lines: list[str] = []
    path = words_of / f"lay.{code}.txt"
    if path.is_file():
        lines += path.read_text(encoding="utf-8").splitlines()
    path = words_of / f"roots.{code}.txt"
    if path.is_file():
        lines += wordings(path.read_text(encoding="utf-8").splitlines())
    return read(lines, language)
