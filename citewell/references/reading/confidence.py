"""Colour a reading: may an editor trust it unseen, should they glance, must they look?

Small decision trees weigh the evidence; `training` grows them on readings by sequence models that
had not seen the references, and sets the thresholds so that green ones are right often enough.
"""

import json
import math
from functools import lru_cache
from pathlib import Path
from typing import Any

from citewell.references.reading.evidence import Evidence
from citewell.references.reading.model import Colour

WEIGHTS = Path(__file__).parent / "data" / "confidence.json"
#: A leaf is a number; a branch is the name of a piece of evidence, a threshold, and where to go
#: on up to it and above it.
Tree = float | list[Any]
#: `start` and `trees` add up to the log-odds of being right; `green` and `amber` are thresholds.
Weights = dict[str, Any]


@lru_cache(maxsize=1)
def _weights() -> Weights:
    weights: Weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


def leaf_of(tree: Tree, found: Evidence) -> float:
    """Return what a tree says of the evidence: a step in log-odds."""
    while isinstance(tree, list):
        name, threshold, low, high = tree
        tree = low if found[name] <= threshold else high
    return tree


def probability(found: Evidence, weights: Weights) -> float:
    """Return how probably the reading is right in every field."""
    odds = weights["start"] + sum(leaf_of(tree, found) for tree in weights["trees"])
    return 1 / (1 + math.exp(-odds))


def probability_right(found: Evidence) -> float:
    """Return how probably the reading is right, by the weights shipped."""
    return probability(found, _weights())


def colour(found: Evidence, weights: Weights | None = None) -> Colour:
    """Return the colour of a reading by `weights`, those shipped if none are given."""
    weights = weights or _weights()
    return colour_of(probability(found, weights), found, weights)


def colour_of(right: float, found: Evidence, weights: Weights) -> Colour:
    """Return the colour of a reading that is right with a probability.

    What has no title, or neither people nor a source, is never green; a bare line of words is red.
    """
    bare = found["no-author"] and found["no-source"]
    if bare and found["no-date"]:
        return "red"
    if right >= weights["green"] and not bare and not found["no-title"]:
        return "green"
    return "amber" if right >= weights["amber"] else "red"
