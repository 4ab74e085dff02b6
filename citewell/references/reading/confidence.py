"""Colour a reading: may an editor trust it unseen, should they glance, must they look?

A logistic model weighs the evidence; `training` fits it on references the sequence model has not
seen, and sets the thresholds so that green ones are right often enough.
"""

import json
import math
import re
from functools import lru_cache
from pathlib import Path

from citewell.references.reading.assembly import Assembly
from citewell.references.reading.model import Colour
from citewell.references.reading.tagger import Labelling

WEIGHTS = Path(__file__).parent / "data" / "confidence.json"
Evidence = dict[str, float]
_EPUB = re.compile(
    r"[\[(]?\b(?:Epub|eCollection|ahead of print)\b.*?(?:\d{4}|print)[^A-Za-z]*(?:[A-Z][a-z]{2}\.?\s?\d{0,2}\b)?",  # noqa: E501
    re.IGNORECASE,
)
_MISSHAPEN = re.compile(r"[\d@<>=|_]|\b(?:and|of|the|in|for|eds?)\b|[a-z]\.\s")


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


def evidence(item: Assembly, labelling: Labelling, text: str, rest: str) -> Evidence:
    """Return what speaks for and against a reading, each about between 0 and 1."""
    csl = item.csl
    title, container = str(csl.get("title", "")), str(csl.get("container-title", ""))
    people = [*csl.get("author", []), *csl.get("editor", [])]
    left = re.findall(r"\w+", _EPUB.sub("", rest))
    kind = csl.get("type", "")
    return {
        "doubt": min(6.0, -math.log(max(labelling.probability, 1e-6))) / 3,
        "weakest": 1 - min(labelling.each, default=0.0),
        "weak": sum(p < 0.8 for p in labelling.each) / (len(labelling.each) or 1),
        "rest": min(len(left), 6) / 6,
        "any-rest": float(bool(left)),
        "no-author": float("author" not in csl and "editor" not in csl),
        "no-title": float("title" not in csl),
        "no-date": float("issued" not in csl),
        "no-source": float(not csl.keys() & {"container-title", "publisher", "URL", "publisher-place"}),  # noqa: E501
        "short-title": float(0 < len(title) < 12),
        "title-in-parts": float(bool(re.search(r"[.?!]\s+\S", title)) and kind != "webpage"),
        "low-title": float(title[:1].islower()),
        "container-in-parts": float(bool(re.search(r"[^\W\d_]{4,}[.?!]\s+\S", container))),
        "low-container": float(container[:1].islower()),
        "odd-name": float(any(_is_odd(name) for name in people)),
        "family-only": float(any("given" not in name and "literal" not in name for name in people)),
        "literal": float(any("literal" in name for name in people)),
        "unpaired": float(any(title.count(a) != title.count(b) for a, b in ("()", "“”", "[]"))),
        "many-people": float(len(people) > 8),
        "not-article": float(kind not in ("article-journal", "webpage")),
        "contained": float(kind in ("chapter", "paper-conference")),
        "no-numbers": float(kind == "article-journal" and not csl.keys() & {"page", "volume"}),
        "long": float(len(text) > 450),
        "short": float(len(text) < 60),
    }  # fmt: skip


def _is_odd(name: dict[str, str]) -> bool:
    family, given = name.get("family", ""), name.get("given", "")
    return (
        bool(_MISSHAPEN.search(family))
        or len(family.split()) > 4
        or len(given.split()) > 4
        or bool(re.search(r"[\d:;]", given))
    )


def probability(found: Evidence, weights: dict[str, float]) -> float:
    """Return how probably the reading is right in every field."""
    return 1 / (
        1
        + math.exp(
            -weights["bias"] - sum(weights.get(name, 0.0) * value for name, value in found.items())
        )
    )


def probability_right(found: Evidence) -> float:
    """Return how probably the reading is right, by the weights shipped."""
    return probability(found, _weights())


def colour(found: Evidence, weights: dict[str, float] | None = None) -> Colour:
    """Return the colour of a reading by `weights`, those shipped if none are given.

    What has no title, or neither people nor a source, is never green; a bare line of words is red.
    """
    weights = weights or _weights()
    bare = found["no-author"] and found["no-source"]
    if bare and found["no-date"]:
        return "red"
    right = probability(found, weights)
    if right >= weights["green"] and not bare and not found["no-title"]:
        return "green"
    return "amber" if right >= weights["amber"] else "red"
