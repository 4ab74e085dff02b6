"""Colour a reading: how sure may an editor be that it needs no look."""

import re

from citewell.references.reading.assembly import Assembly
from citewell.references.reading.model import Colour


def evidence(item: Assembly, certainty: list[float], text: str, rest: str) -> dict[str, float]:
    """Return what speaks for and against a reading, each between 0 and 1."""
    return {}


def colour(item: Assembly, certainty: list[float], text: str, rest: str) -> Colour:
    """Return the colour of a reading."""
    return "green"
