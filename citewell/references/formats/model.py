"""What a file holds, and what was written of a list."""

from dataclasses import dataclass, field

from citewell.references.reading import Reading


@dataclass(frozen=True)
class Contents:
    """The references of a file in its order, and a sentence for each that is not whole."""

    readings: list[Reading] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Written:
    """The text of a file, and the places (from 0) of the items its format cannot hold."""

    text: str
    left_out: list[int] = field(default_factory=list)


def named(reading: Reading, place: int) -> str:
    """The sentence for a record that gave no title; empty for one that did."""
    if reading.csl.get("title"):
        return ""
    opening = " ".join(reading.raw.split())[:60]
    return f"Record {place} has no title that could be read: “{opening}”."
