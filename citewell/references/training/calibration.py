"""Fit the colours: a logistic model of "every field is right", and thresholds on it."""

import math
from collections.abc import Sequence

from citewell.references.reading.confidence import Evidence, probability

Case = tuple[Evidence, bool]
WANTED_RIGHT = 0.973  # of the green ones in unseen styles; the promise is 0.97
AMBER_FROM = 0.55


def fit_weights(cases: Sequence[Case], rounds: int = 400) -> dict[str, float]:
    """Return weights by gradient descent with a little shrinkage, without thresholds."""
    names = sorted(cases[0][0])
    weights = dict.fromkeys(names, 0.0) | {"bias": 0.0}
    for step in range(rounds):
        gradient = dict.fromkeys(weights, 0.0)
        for found, right in cases:
            error = float(right) - probability(found, weights)
            gradient["bias"] += error
            for name in names:
                if found[name]:
                    gradient[name] += error * found[name]
        rate = 8.0 / (1 + step / 120)
        for name in weights:
            shrink = 0.0 if name == "bias" else 0.002 * weights[name]
            weights[name] += rate * (gradient[name] / len(cases) - shrink)
    return weights


def set_thresholds(weights: dict[str, float], cases: Sequence[Case]) -> dict[str, float]:
    """Return `weights` with the lowest "green" above which enough readings are right."""
    ranked = sorted(((probability(found, weights), right) for found, right in cases), reverse=True)
    green, good = 0.99, 0
    for count, (value, right) in enumerate(ranked, start=1):
        good += right
        if good / count >= WANTED_RIGHT and value > AMBER_FROM:
            green = value
    return {name: round(value, 4) for name, value in weights.items()} | {
        "green": math.floor(green * 1e4) / 1e4,
        "amber": AMBER_FROM,
    }
