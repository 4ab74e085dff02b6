"""Ranking: candidates in, best first, each with the reasons. Pure; knows no database.

A page's words were weighed by field when it was indexed (`store.fields`). Here a query's
concepts are summed as in BM25, names are compared as wholes, and a page that speaks of all
that was asked goes before one that repeats a part of it.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from search.understanding.query import Concept, Query

# Saturation of a word's weight within a page, as in BM25.
SATURATION: Final = 1.2
# A name that is the query counts as this many times the query's whole weight.
NAME: Final = 1.0
# The rarity of a name's words that were not asked for: a name that says more is less like.
OTHER_WORD: Final = 3.0
# How much a page is lowered by what it does not speak of.
COVERAGE: Final = 0.6
EXACT: Final = 100.0
PRIOR: Final = 0.5
# Raises a page by the number of candidates whose titles say more than its own: who types a
# general name mostly means the general page.
GENERAL: Final = 0.05
# Candidates among which general and special titles are told apart.
LOOKED_AT: Final = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """What ranking needs of a page: `impacts` by stem; of its names those that share a stem
    with the query, each with its stems and its trust (0 to 1); the stems of its title."""

    document: int
    title: str
    impacts: Mapping[str, float]
    names: Sequence[tuple[str, frozenset[str], float]]
    title_stems: frozenset[str] = frozenset()
    exact: float = 0.0
    prior: float = 0.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A page with its score and why: matched name, concepts found, share of the query met."""

    document: int
    score: float
    name: str = ""
    coverage: float = 0.0
    reasons: Mapping[str, float] = field(default_factory=dict)


def rarity(document_count: int, frequency: int) -> float:
    """How telling a word is (idf): 0 where every page has it."""
    return math.log(1 + (document_count - frequency + 0.5) / (frequency + 0.5))


def rarities_of(query: Query, known: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """The rarity of each stem; `known` maps stems to pages in all and pages that have it.

    A word of the query that no page has is as rare as can be: what is asked includes it.
    """
    found = {root: rarity(count, frequency) for root, (count, frequency) in known.items()}
    count = max((count for count, _ in known.values()), default=0)
    for concept in query.concepts:
        for root in concept.stems:
            found.setdefault(root, rarity(count, 0))
    return found


def trusts(query: Query, rarities: Mapping[str, float]) -> dict[str, float]:
    """How much each stem counts when candidates are first told apart."""
    found: dict[str, float] = {}
    for concept in query.concepts:
        wordings = [(concept.stems, 1.0), *((a.stems, a.trust) for a in concept.alternatives)]
        for stems, trust in wordings:
            for root in stems:
                value = concept.weight * trust * rarities.get(root, 0.0) / math.sqrt(len(stems))
                found[root] = max(found.get(root, 0.0), value)
    return found


@dataclass(frozen=True, slots=True)
class _Wording:
    """A wording of a concept with the rarity of each of its stems and their sum."""

    stems: tuple[str, ...]
    rarities: tuple[float, ...]
    whole: float
    trust: float


@dataclass(frozen=True, slots=True)
class _Concept:
    """A concept made ready: what it counts, its own words, other wordings some page has."""

    weight: float
    asked: float
    own: _Wording
    others: tuple[_Wording, ...]


def _ready(concept: Concept, rarities: Mapping[str, float]) -> _Concept:
    def wording(stems: Sequence[str], trust: float) -> _Wording:
        values = tuple(rarities.get(s, 0.0) for s in stems)
        return _Wording(tuple(stems), values, sum(values), trust)

    own = wording(concept.stems, 1.0)
    others = (wording(a.stems, a.trust) for a in concept.alternatives)
    return _Concept(
        concept.weight,
        concept.weight * own.whole,
        own,
        tuple(o for o in others if all(o.rarities)),
    )


def rank(
    query: Query, candidates: Iterable[Candidate], rarities: Mapping[str, float]
) -> list[Ranked]:
    """The candidates, best first; ties by title, so two databases agree."""
    concepts = [_ready(concept, rarities) for concept in query.concepts]
    scored = [(_score(concepts, c, rarities), c) for c in candidates]
    scored.sort(key=lambda pair: (-pair[0].score, pair[1].title))
    first, rest = scored[:LOOKED_AT], scored[LOOKED_AT:]
    titles = [page.title_stems for _, page in first]
    raised = [
        (_raised(ranked, sum(title < other for other in titles) if title else 0), page)
        for (ranked, page), title in zip(first, titles, strict=True)
    ]
    raised.sort(key=lambda pair: (-pair[0].score, pair[1].title))
    return [ranked for ranked, _ in (*raised, *rest)]


def _raised(ranked: Ranked, special: int) -> Ranked:
    """The page with its score raised for `special` candidates of longer titles."""
    exact = EXACT * ranked.reasons["exact"]
    factor = 1 + GENERAL * math.log1p(special)
    return replace(ranked, score=exact + (ranked.score - exact) * factor)


def _score(concepts: Sequence[_Concept], page: Candidate, rarities: Mapping[str, float]) -> Ranked:
    """One page's score against the concepts of a query."""
    text = met = asked = 0.0
    for concept in concepts:
        value, share = _in_text(concept, page.impacts)
        text += concept.weight * value
        met += concept.asked * share
        asked += concept.asked
    coverage = met / asked if asked else 0.0
    name, likeness = _best_name(concepts, page, rarities, asked)
    total = text * (1 - COVERAGE + COVERAGE * coverage) + NAME * likeness * asked
    total *= 1 + PRIOR * page.prior
    total += EXACT * page.exact
    reasons = {"text": text, "coverage": coverage, "name": likeness, "exact": page.exact}
    return Ranked(page.document, total, name, coverage, reasons)


def _in_text(concept: _Concept, impacts: Mapping[str, float]) -> tuple[float, float]:
    """What a concept adds and how far it is met (0 to 1), by its best wording."""
    own = known = 0.0
    for root, weight in zip(concept.own.stems, concept.own.rarities, strict=True):
        impact = impacts.get(root)
        if impact:
            own += weight * impact / (SATURATION + impact)
            known += weight
    best, share = own, known / concept.own.whole if concept.own.whole else 0.0
    for other in concept.others:
        value = 0.0
        for root, weight in zip(other.stems, other.rarities, strict=True):
            impact = impacts.get(root)
            if not impact:
                break
            value += weight * impact / (SATURATION + impact)
        else:
            best, share = max(best, value * other.trust), max(share, other.trust)
    return best + 0.2 * min(own, best), share


def _best_name(
    concepts: Sequence[_Concept], page: Candidate, rarities: Mapping[str, float], asked: float
) -> tuple[str, float]:
    """The page's name most like the query and how like (0 to 1)."""
    best, likeness = "", 0.0
    if not asked:
        return best, likeness
    for name, stems, trust in page.names:
        met, used = 0.0, set[str]()
        for concept in concepts:
            share, wording = _in_name(concept, stems)
            met += concept.asked * share
            used.update(wording)
        if not met:
            continue
        covered = sum([rarities.get(s, 0.0) for s in used])
        covered /= sum([rarities.get(s, OTHER_WORD) for s in stems]) or 1.0
        like = (met / asked) * covered * trust
        if like > likeness:
            best, likeness = name, like
    return best, likeness


def _in_name(concept: _Concept, stems: frozenset[str]) -> tuple[float, Sequence[str]]:
    """How far a name says the concept (0 to 1), and by which stems."""
    share, used = 0.0, [s for s in concept.own.stems if s in stems]
    if used and concept.own.whole:
        pairs = zip(concept.own.stems, concept.own.rarities, strict=True)
        share = sum([weight for s, weight in pairs if s in stems]) / concept.own.whole
    for other in concept.others:
        if other.trust > share and stems.issuperset(other.stems):
            share, used = other.trust, list(other.stems)
    return share, used
