"""From what was typed to a `Query`: words, the concepts they form, the name they may be.

Steps: cut into words; mark grammar, weak and negated words; join words the lay vocabulary
knows as one phrase and add what it means; keep the keys that find an exact name. Spelling
is mended later (`correction`), when the vocabulary of the pages is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from search.understanding.lay import LayTable, Stems, lay_table
from search.understanding.stems import stem
from search.understanding.stopwords import GRAMMAR, HAVING, NEGATION, NEGATION_ENDS, NOT, WEAK
from search.understanding.text import plain_words, words

# What a query may hold; the rest is left aside. Bounds the cost of pasted text.
MOST_CHARACTERS: Final = 2_000
MOST_WORDS: Final = 40

FULL: Final = 1.0
WEAKLY: Final = 0.3
ABSENT: Final = 0.1
# Other wordings of one concept that are looked for.
MOST_WORDINGS: Final = 8


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another wording of a concept and how far it is trusted (0 to 1)."""

    stems: Stems
    trust: float


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing the query speaks of: its words, other wordings, its weight (0 to 1)."""

    stems: Stems
    weight: float
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """An understood query. `words` are folded, `shown` as typed; never stored or logged."""

    language: str
    words: tuple[str, ...]
    shown: tuple[str, ...]
    stems: Stems
    concepts: tuple[Concept, ...]
    negated: frozenset[str] = frozenset()

    @property
    def meaningful(self) -> tuple[str, ...]:
        """The words that are more than grammar."""
        return tuple(w for w in self.words if w not in self.grammar)

    @property
    def grammar(self) -> frozenset[str]:
        """The words of its language that say nothing about what is wrong."""
        return GRAMMAR.get(self.language, frozenset())

    def all_stems(self) -> list[str]:
        """Every stem a page could match, own words first, each once."""
        found = dict.fromkeys(s for c in self.concepts for s in c.stems)
        for concept in self.concepts:
            for alternative in concept.alternatives:
                found.update(dict.fromkeys(alternative.stems))
        return list(found)


def name_keys(text: str, language: str) -> tuple[str, str]:
    """Keys of a name: in order and free of order, grammar left out ("" where nothing is left).

    "Cancer, uterine" and "uterine cancers" share the second.
    """
    grammar = GRAMMAR.get(language, frozenset())
    found = words(text)
    kept = [w for w in found if w not in grammar and w not in {"nos", "unspecified"}] or found
    stems = [stem(w, language) for w in kept]
    return "".join(stems)[:200], " ".join(sorted(set(stems)))[:200]


def understand(text: str, language: str = "en", lay: LayTable | None = None) -> Query:
    """The query of a text in a language (code, "en-gb" and "en" alike). Never raises."""
    language = language.split("-")[0].lower()
    text = text[:MOST_CHARACTERS]
    found, shown = words(text), plain_words(text)
    if len(found) > MOST_WORDS:
        found, shown = _most_telling(found, shown, language)
    return from_words(found, shown, language, lay)


def from_words(
    found: Sequence[str], shown: Sequence[str], language: str, lay: LayTable | None = None
) -> Query:
    """The query of words already cut and folded."""
    table = lay_table(language) if lay is None else lay
    stems = tuple(stem(w, language) for w in found)
    absent = _negated(found, language)
    concepts: list[Concept] = []
    position = 0
    if whole := _whole(found, stems, absent, language, table):
        concepts, position = [whole], len(found)
    while position < len(found):
        length = table.find(stems, position)
        phrase = stems[position : position + max(length, 1)]
        concept = _concept(found, stems, position, max(length, 1), absent, language, table)
        position += len(phrase)
        if concept and concept not in concepts:
            concepts.append(concept)
    if not concepts:
        concepts = [Concept((s,), FULL) for s in dict.fromkeys(stems)]
    elif all(c.weight < FULL for c in concepts):
        concepts = [Concept(c.stems, FULL, c.alternatives) for c in concepts]
    negated = frozenset(stems[i] for i in absent)
    return Query(language, tuple(found), tuple(shown), stems, tuple(concepts), negated)


def _concept(
    found: Sequence[str],
    stems: Stems,
    start: int,
    length: int,
    absent: set[int],
    language: str,
    table: LayTable,
) -> Concept | None:
    """The concept of `length` words from `start`, None where they are grammar."""
    grammar = GRAMMAR.get(language, frozenset()) | NEGATION.get(language, frozenset())
    phrase = stems[start : start + length]
    where = range(start, start + length)
    if length == 1 and found[start] in grammar:
        return None
    own = tuple(dict.fromkeys(stems[i] for i in where if found[i] not in grammar)) or phrase
    weak = WEAK.get(language, frozenset())
    weight = WEAKLY if all(found[i] in weak or found[i] in grammar for i in where) else FULL
    if length > 1:
        weight = FULL
    if any(i in absent for i in where) and found[start] not in NEGATION.get(language, ()):
        return Concept(own, ABSENT)
    return Concept(own, weight, _wordings(phrase, table))


def _wordings(phrase: Stems, table: LayTable) -> tuple[Alternative, ...]:
    """What else a phrase may be called, the most trusted first."""
    known = sorted(table.phrases.get(phrase, {}).items(), key=lambda pair: -pair[1])
    return tuple(Alternative(stems, trust) for stems, trust in known[:MOST_WORDINGS])


def _whole(
    found: Sequence[str], stems: Stems, absent: set[int], language: str, table: LayTable
) -> Concept | None:
    """The concept of a query that is a known phrase in another order ("leukemia - acute
    granulocytic")."""
    grammar = GRAMMAR.get(language, frozenset())
    own = tuple(
        dict.fromkeys(s for s, word in zip(stems, found, strict=True) if word not in grammar)
    )
    phrase = table.bags.get(frozenset(own))
    if phrase is None or absent:
        return None
    return Concept(own, FULL, _wordings(phrase, table))


def _negated(found: Sequence[str], language: str) -> set[int]:
    """Positions of the words said to be absent."""
    negation = NEGATION.get(language, frozenset())
    positions: set[int] = set()
    reach = 0
    for i, word in enumerate(found):
        if word in negation or (word in HAVING and i and found[i - 1] in NOT):
            reach = 3
        elif word in NEGATION_ENDS:
            reach = 0
        elif reach:
            positions.add(i)
            reach -= 1
    return positions


def _most_telling(found: list[str], shown: list[str], language: str) -> tuple[list[str], list[str]]:
    """The first different words that are neither grammar nor weak, as many as allowed."""
    aside = GRAMMAR.get(language, frozenset()) | WEAK.get(language, frozenset())
    kept: dict[str, str] = {}
    for word, typed in zip(found, shown, strict=True):
        if word not in aside and len(kept) < MOST_WORDS:
            kept.setdefault(word, typed)
    if not kept:
        return found[:MOST_WORDS], shown[:MOST_WORDS]
    return list(kept), list(kept.values())
