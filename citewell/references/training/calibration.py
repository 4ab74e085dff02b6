"""Fit the colours: trees that say how probably every field is right, and thresholds on them."""

import math
from collections.abc import Sequence

from citewell.references.reading.confidence import Weights, probability
from citewell.references.training.boosting import Case, grow

WANTED_RIGHT = 0.978  # of the green ones of all kinds; the promise is 0.97
WANTED_AMBER = 0.5  # a reading less probably right than this is red
PARTS = 5
Judged = tuple[float, bool]  # how probably right, and whether it was


def judge_unseen(cases: Sequence[Case]) -> list[Judged]:
    """Return the judgement of each case by trees grown on the other parts of the cases.

    Case n is in part n modulo `PARTS`.
    """
    judged: list[Judged] = [(0.0, right) for _, right in cases]
    for part in range(PARTS):
        weights = grow([case for n, case in enumerate(cases) if n % PARTS != part])
        for n in range(part, len(cases), PARTS):
            judged[n] = (probability(cases[n][0], weights), cases[n][1])
    return judged


def thresholds(judged: Sequence[Judged]) -> dict[str, float]:
    """Return the lowest "green" above which enough readings are right, and "amber"."""
    values = sorted(
        ((math.floor(chance * 1e4) / 1e4, right) for chance, right in judged), reverse=True
    )
    green, good = 1.0, 0
    for count, (value, right) in enumerate(values, start=1):
        good += right
        last_of_its_value = count == len(values) or values[count][0] < value
        if last_of_its_value and value > WANTED_AMBER and good / count >= WANTED_RIGHT:
            green = value
    return {"green": green, "amber": WANTED_AMBER}


def fit_colours(cases: Sequence[Case]) -> Weights:
    """Return the weights to ship: trees grown on all cases, thresholds set on unseen ones."""
    return grow(cases) | thresholds(judge_unseen(cases))
