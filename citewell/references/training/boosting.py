"""Grow the decision trees that weigh evidence: gradient boosting on the logistic loss.

A few thousand cases and some eighty pieces of evidence need no library: trees of three levels over
values sorted into bins, each grown on a part of the cases and of the evidence.
"""

import math
import random
from bisect import bisect_left
from collections.abc import Sequence

from citewell.references.reading.confidence import Tree, Weights, leaf_of
from citewell.references.reading.evidence import Evidence

Case = tuple[Evidence, bool]
TREES = 220
_DEPTH = 3
_RATE = 0.05
_SHARE_OF_CASES = 0.5
_SHARE_OF_EVIDENCE = 0.3
_LEAST = 12  # cases in a leaf
_SHRINK = 1.0
_BINS = 24


class _Table:
    """The cases as columns of bin numbers; bin n holds the values up to `edges[name][n]`."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self.names = sorted(cases[0][0])
        self.edges = {name: _edges([found[name] for found, _ in cases]) for name in self.names}
        self.columns = {
            name: [bisect_left(self.edges[name], found[name]) for found, _ in cases]
            for name in self.names
        }
        self.gradient = [0.0] * len(cases)
        self.curvature = [0.0] * len(cases)


def _edges(values: list[float]) -> list[float]:
    """Return up to `_BINS` values that part `values` evenly."""
    ordered = sorted(values)
    picks = {ordered[len(ordered) * n // _BINS] for n in range(_BINS)}
    return sorted(picks - {ordered[-1]})


def grow(cases: Sequence[Case], trees: int = TREES, seed: int = 40) -> Weights:
    """Return trees fitted to `cases`, without thresholds; the same cases give the same trees."""
    rng = random.Random(seed)  # noqa: S311 (no secret is made of it)
    table = _Table(cases)
    share = (sum(right for _, right in cases) + 1) / (len(cases) + 2)
    start = math.log(share / (1 - share))
    odds = [start] * len(cases)
    grown: list[Tree] = []
    for _ in range(trees):
        for n, (_, right) in enumerate(cases):
            chance = 1 / (1 + math.exp(-odds[n]))
            table.gradient[n], table.curvature[n] = right - chance, chance * (1 - chance)
        rows = [n for n in range(len(cases)) if rng.random() < _SHARE_OF_CASES]
        names = rng.sample(table.names, max(1, round(_SHARE_OF_EVIDENCE * len(table.names))))
        tree = _grow_one(table, rows, names, _DEPTH)
        grown.append(tree)
        for n, (found, _) in enumerate(cases):
            odds[n] += leaf_of(tree, found)
    return {"start": round(start, 4), "trees": grown}


def _grow_one(table: _Table, rows: list[int], names: list[str], depth: int) -> Tree:
    whole = (sum(table.gradient[n] for n in rows), sum(table.curvature[n] for n in rows))
    best = (
        max((_best_cut(table, rows, name, whole) for name in names), default=None)
        if depth
        else None
    )
    if not best or best[0] <= 1e-6:
        return round(_RATE * whole[0] / (whole[1] + _SHRINK), 5)
    _, name, edge = best
    column = table.columns[name]
    low, high = [n for n in rows if column[n] <= edge], [n for n in rows if column[n] > edge]
    return [
        name,
        round(table.edges[name][edge], 6),
        _grow_one(table, low, names, depth - 1),
        _grow_one(table, high, names, depth - 1),
    ]


def _best_cut(
    table: _Table, rows: list[int], name: str, whole: tuple[float, float]
) -> tuple[float, str, int]:
    """Return what the best cut of `rows` by one piece of evidence gains, its name, and the bin."""
    column, gradient, curvature = table.columns[name], table.gradient, table.curvature
    count = len(table.edges[name]) + 1
    slopes, bends, sizes = [0.0] * count, [0.0] * count, [0] * count
    for n in rows:
        at = column[n]
        slopes[at] += gradient[n]
        bends[at] += curvature[n]
        sizes[at] += 1
    best = (0.0, name, 0)
    slope = bend = size = 0.0
    for edge in range(count - 1):
        slope, bend, size = slope + slopes[edge], bend + bends[edge], size + sizes[edge]
        if min(size, len(rows) - size) < _LEAST:
            continue
        gain = (
            slope**2 / (bend + _SHRINK)
            + (whole[0] - slope) ** 2 / (whole[1] - bend + _SHRINK)
            - whole[0] ** 2 / (whole[1] + _SHRINK)
        )
        best = max(best, (gain, name, edge))
    return best
