"""Fit the colours: trees that say how probably every field is right, and thresholds on them."""

import math
from collections.abc import Sequence

from citewell.references.reading.confidence import Weights, probability
from citewell.references.training.boosting import Case, grow

WANTED_RIGHT = 0.97  # of the green ones of all kinds, judged by trees grown on half of the cases
WANTED_AMBER = 0.5  # a reading less probably right than this is red
Judged = tuple[float, bool]  # how probably right, and whether it was


def judge_unseen(parts: Sequence[Sequence[Case]]) -> list[list[Judged]]:
    """Return the judgement of each part's cases by trees grown on the other parts.

    The parts are folds: their styles differ, as those of lists to come will differ from ours.
    """
    judged: list[list[Judged]] = []
    for number, part in enumerate(parts):
        weights = grow([case for n, other in enumerate(parts) if n != number for case in other])
        judged.append([(probability(found, weights), right) for found, right in part])
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


def fit_colours(parts: Sequence[Sequence[Case]]) -> Weights:
    """Return the weights to ship: trees grown on all parts, thresholds set on unseen ones."""
    judged = [case for part in judge_unseen(parts) for case in part]
    return grow([case for part in parts for case in part]) | thresholds(judged)
