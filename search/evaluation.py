"""Measuring the search: judged queries in, the field's usual figures out.

A judgement file is CSV with `query`, `target` and `grade`; a target is a page's
`external_id`, else its slug. Any target of a query counts.
"""

import csv
import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

CUT: Final = 10


@dataclass(frozen=True)
class Judged:
    """A query and the grade of each page that answers it."""

    query: str
    grades: Mapping[str, float]


@dataclass(frozen=True)
class Figures:
    """First place, first five, mean reciprocal rank, nDCG@10, share without any result,
    median and 95th percentile in milliseconds."""

    queries: int
    s1: float
    s5: float
    mrr: float
    ndcg10: float
    zero: float
    p50_ms: float
    p95_ms: float

    def as_dict(self) -> dict[str, float]:
        """The figures, rounded to three places."""
        return {name: round(value, 3) for name, value in asdict(self).items()}


def read(lines: Iterable[str]) -> list[Judged]:
    """The judged queries of CSV lines, in order; a missing grade is 1."""
    found: dict[str, dict[str, float]] = {}
    for row in csv.DictReader(lines):
        found.setdefault(row["query"], {})[row["target"]] = float(row.get("grade") or 1)
    return [Judged(query, grades) for query, grades in found.items()]


def evaluate(judged: Sequence[Judged], find: Callable[[str], Sequence[str]]) -> Figures:
    """The figures of `find`, which gives the targets of a query, best first."""
    if not judged:
        raise ValueError("The file has no judged queries.")
    ranks: list[int | None] = []
    gains: list[float] = []
    empty = 0
    times: list[float] = []
    for one in judged:
        began = time.perf_counter()
        found = list(find(one.query))[:CUT]
        times.append(1000 * (time.perf_counter() - began))
        empty += not found
        ranks.append(next((i for i, t in enumerate(found) if t in one.grades), None))
        best = sorted(one.grades.values(), reverse=True)[:CUT]
        gains.append(_dcg([one.grades.get(t, 0.0) for t in found]) / (_dcg(best) or 1))
    count = len(judged)
    times.sort()
    return Figures(
        queries=count,
        s1=sum(rank == 0 for rank in ranks) / count,
        s5=sum(rank is not None and rank < 5 for rank in ranks) / count,
        mrr=sum(1 / (rank + 1) for rank in ranks if rank is not None) / count,
        ndcg10=sum(gains) / count,
        zero=empty / count,
        p50_ms=times[count // 2],
        p95_ms=times[min(int(count * 0.95), count - 1)],
    )


def _dcg(grades: Sequence[float]) -> float:
    return sum(grade / math.log2(i + 2) for i, grade in enumerate(grades))
