"""Ranking: candidates in, best first, each with the reasons. Pure; knows no database.

A page's words were weighed by field when it was indexed (`store.fields`). Here a query's
concepts are summed as in BM25, names are compared as wholes, and a page that speaks of all
that was asked goes before one that repeats a part of it.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from search.understanding.query import Concept, Query

# Saturation of a word's weight within a page, as in BM25.
SATURATION: Final = 1.2
# A name that is the query counts as this many times the query's whole weight.
NAME: Final = 1.0
# How much a page is lowered by what it does not speak of.
COVERAGE: Final = 0.6
EXACT: Final = 100.0
PRIOR: Final = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """What ranking needs of a page: `impacts` by stem, the stems of each of its names."""

    document: int
    title: str
    impacts: Mapping[str, float]
    names: Sequence[tuple[str, frozenset[str]]]
    exact: float = 0.0
    prior: float = 0.0
    opening: Sequence[str] = ()


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


def rank(
    query: Query, candidates: Iterable[Candidate], rarities: Mapping[str, float]
) -> list[Ranked]:
    """The candidates, best first; ties by title, so two databases agree."""
    scored = [(score(query, c, rarities), c.title) for c in candidates]
    scored.sort(key=lambda pair: (-pair[0].score, pair[1]))
    return [ranked for ranked, _ in scored]


def score(query: Query, page: Candidate, rarities: Mapping[str, float]) -> Ranked:
    """One page's score against the query."""
    text = met = asked = 0.0
    for concept in query.concepts:
        weight = _weight(concept, rarities)
        value, share = _concept_in_text(concept, page.impacts, rarities)
        text += concept.weight * value
        met += weight * share
        asked += weight
    coverage = met / asked if asked else 0.0
    name, likeness = _best_name(query, page, rarities, asked)
    total = text * (1 - COVERAGE + COVERAGE * coverage) + NAME * likeness * asked
    total *= 1 + PRIOR * page.prior
    total += EXACT * page.exact
    reasons = {"text": text, "coverage": coverage, "name": likeness, "exact": page.exact}
    return Ranked(page.document, total, name, coverage, reasons)


def _weight(concept: Concept, rarities: Mapping[str, float]) -> float:
    return concept.weight * sum(rarities.get(s, 0.0) for s in concept.stems)


def _concept_in_text(
    concept: Concept, impacts: Mapping[str, float], rarities: Mapping[str, float]
) -> tuple[float, float]:
    """What a concept adds and how far it is met (0 to 1), by its best wording."""
    own, share = _wording(concept.stems, impacts, rarities)
    best, best_share = own, share
    for alternative in concept.alternatives:
        value, found = _wording(alternative.stems, impacts, rarities)
        if found < 1:
            continue
        value *= alternative.trust
        best, best_share = max(best, value), max(best_share, found * alternative.trust)
    return best + 0.2 * min(own, best), best_share


def _wording(
    stems: Sequence[str], impacts: Mapping[str, float], rarities: Mapping[str, float]
) -> tuple[float, float]:
    value = known = total = 0.0
    for s in stems:
        weight = rarities.get(s, 0.0)
        total += weight
        impact = impacts.get(s)
        if impact:
            value += weight * impact / (SATURATION + impact)
            known += weight
    return value, (known / total if total else 0.0)


def _best_name(
    query: Query, page: Candidate, rarities: Mapping[str, float], asked: float
) -> tuple[str, float]:
    """The page's name most like the query and how like (0 to 1)."""
    best, likeness = "", 0.0
    if not asked:
        return best, likeness
    for name, stems in page.names:
        met, used = 0.0, set[str]()
        for concept in query.concepts:
            share, wording = _concept_in_name(concept, stems, rarities)
            met += _weight(concept, rarities) * share
            used.update(wording)
        if not met:
            continue
        whole = sum(rarities.get(s, 0.0) for s in stems)
        covered = sum(rarities.get(s, 0.0) for s in used) / whole if whole else 0.0
        like = (met / asked) * covered
        if like > likeness:
            best, likeness = name, like
    return best, likeness


def _concept_in_name(
    concept: Concept, stems: frozenset[str], rarities: Mapping[str, float]
) -> tuple[float, set[str]]:
    own = [s for s in concept.stems if s in stems]
    weight = sum(rarities.get(s, 0.0) for s in concept.stems)
    best = sum(rarities.get(s, 0.0) for s in own) / weight if weight else 0.0
    used = set(own)
    for alternative in concept.alternatives:
        if alternative.trust > best and stems.issuperset(alternative.stems):
            best = alternative.trust
            used = set(alternative.stems)
    return best, used
