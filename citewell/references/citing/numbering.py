"""Numbers of sources by their first appearance, and marks side by side made one; pure.

One pass over all texts of a page in the order they are read, before any of them is shown:
no number is ever stored, so moving a paragraph renumbers.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby

from citewell.references.citing.marks import Group, Mark


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two commas: one source, or three and more in a row ("4–6").

    Attributes:
        place: its number among all parts of the page, from 1; its anchor.
        sources: keys of the sources, by their numbers.
        locator: where in the source; a part with a locator is of one source.
    """

    place: int
    sources: tuple[int, ...]
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A group as readers see it: its place in the text and its parts, maybe none."""

    start: int
    end: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Numbering:
    """What one pass finds.

    Attributes:
        numbers: by key of a source its number, in the order of the numbers.
        clusters: for each text its clusters.
        places: by key of a source the places of the parts that cite it.
        missing: keys that marks name and no source has.
    """

    numbers: dict[int, int] = field(default_factory=dict)
    clusters: list[list[Cluster]] = field(default_factory=list)
    places: dict[int, list[int]] = field(default_factory=dict)
    missing: list[int] = field(default_factory=list)


def number(
    texts: Sequence[Sequence[Group]],
    standing: Mapping[int, int],
    *,
    alone: Collection[int] = (),
    by_number: bool = True,
) -> Numbering:
    """Number the sources that texts cite.

    Args:
        texts: the groups of each stored rich text, in the order in which the page is read.
        standing: for each key that may be cited the key of the source that stands for it; a
            mark whose key is not here cites nothing and is left out.
        alone: sources that never disappear in a range, for readers are warned of them.
        by_number: sort and collapse; False keeps each mark where it is, as names and years.
    """
    found, places = Numbering(), count(1)
    for groups in texts:
        clusters = []
        for group in groups:
            marks = _known(group, standing, found)
            for mark in marks:
                found.numbers.setdefault(mark.source, len(found.numbers) + 1)
            runs = _runs(marks, found.numbers, alone) if by_number else [[mark] for mark in marks]
            clusters.append(_cluster(group, runs, places, found))
        found.clusters.append(clusters)
    return found


def _known(group: Group, standing: Mapping[int, int], found: Numbering) -> list[Mark]:
    """The marks of a group that cite something, each once."""
    marks: dict[Mark, None] = {}
    for mark in group.marks:
        if mark.source in standing:
            marks[Mark(standing[mark.source], mark.locator)] = None
        elif mark.source not in found.missing:
            found.missing.append(mark.source)
    return list(marks)


def _runs(
    marks: Sequence[Mark], numbers: Mapping[int, int], alone: Collection[int]
) -> list[list[Mark]]:
    """The marks by number; three and more in a row together, all others by themselves."""
    if len(marks) < 2:
        return [[mark] for mark in marks]
    ordered = sorted(marks, key=lambda mark: numbers[mark.source])
    plain = [mark for mark in ordered if not mark.locator and mark.source not in alone]
    runs = {}
    for _difference, row in groupby(enumerate(plain), lambda at: numbers[at[1].source] - at[0]):
        run = [mark for _place, mark in row]
        if len(run) >= 3:
            runs.update(dict.fromkeys(run, run))
    found: list[list[Mark]] = []
    for mark in ordered:
        run = runs.get(mark, [mark])
        if mark == run[0]:
            found.append(run)
    return found


def _cluster(
    group: Group, runs: Sequence[Sequence[Mark]], places: Iterator[int], found: Numbering
) -> Cluster:
    parts = []
    for run in runs:
        place = next(places)
        parts.append(Part(place, tuple(mark.source for mark in run), run[0].locator))
        for mark in run:
            found.places.setdefault(mark.source, []).append(place)
    return Cluster(group.start, group.end, tuple(parts))
