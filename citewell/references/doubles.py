"""Doubles in the library: the few sources that share a key with a work, then compared.

Every key is an indexed column, so the cost does not grow with the library.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from citewell.references.matching import Index, Match
from citewell.references.source import Source
from citewell.references.works import COLUMNS, Work, work_of

_AT_ONCE = 100  # works looked up with one query
_MOST = 2_000  # sources read for them; more share a key only in a library of one author


@dataclass(frozen=True)
class Double:
    """A source of the library that is or may be the work asked for."""

    source: Source
    match: Match

    @property
    def is_certain(self) -> bool:
        """Whether it is the same work, and not only like it."""
        return self.match.is_certain


def find_doubles(
    items: Sequence[Mapping[str, Any]], without: Iterable[int] = ()
) -> list[list[Double]]:
    """For each CSL-JSON item the sources that are or may be the same work, the surest first."""
    works = [work_of(item) for item in items]
    found: list[list[Double]] = []
    for start in range(0, len(works), _AT_ONCE):
        chunk = works[start : start + _AT_ONCE]
        sources = {source.pk: source for source in _candidates(chunk, without)}
        index = Index((pk, source.work) for pk, source in sources.items())
        found += [
            [Double(sources[pk], match) for pk, match in index.find(work)[:5]] for work in chunk
        ]
    return found


def _candidates(works: list[Work], without: Iterable[int]) -> list[Source]:
    condition = Q()
    for name, column in COLUMNS.items():
        values = {work.identifiers[name] for work in works if name in work.identifiers}
        if values and name not in ("ISSN", "NCT"):
            condition |= Q(**{f"{column}__in": values})
    if starts := {work.start for work in works if work.key}:
        condition |= Q(title_start__in=starts)
    if places := {work.place for work in works if work.place}:
        condition |= Q(place_key__in=places)
    by_year: dict[int, set[str]] = {}
    for work in works:
        if work.author and work.year is not None:
            by_year.setdefault(work.year, set()).add(work.author)
    for year, authors in by_year.items():
        condition |= Q(author_key__in=authors, year__in=[year - 1, year, year + 1])
    if not condition:
        return []
    sources = Source.objects.standing().filter(condition).exclude(pk__in=list(without))
    return list(sources.order_by("pk")[:_MOST])
