"""The geometry of icon arrays: one dot for each person, some of them filled.

Pure arithmetic; the template draws it as SVG. The filled dots are whole rows and the
start of one more, so an array of 10 000 takes as little markup as one of 100.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Area:
    """A rectangle of dots, in units of one dot."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class IconArray:
    """A grid of ``columns`` × ``rows`` dots and the rectangles its two kinds of dots cover."""

    columns: int
    rows: int
    filled: list[Area]
    unfilled: list[Area]


COLUMNS = {100: 10, 1000: 40, 10_000: 100}


def icon_array(count: int, denominator: int) -> IconArray:
    """The array for ``count`` of ``denominator`` people; ``count`` is within 0 and it."""
    columns = COLUMNS.get(denominator, 10)
    rows = -(-denominator // columns)
    full_rows, rest = divmod(count, columns)
    begun_rows = full_rows + bool(rest)
    filled = [Area(0, 0, columns, full_rows), Area(0, full_rows, rest, 1)]
    unfilled = [
        Area(rest, full_rows, columns - rest if rest else 0, 1),
        Area(0, begun_rows, columns, rows - begun_rows),
    ]
    return IconArray(columns, rows, with_dots(filled), with_dots(unfilled))


def with_dots(areas: list[Area]) -> list[Area]:
    """The areas that are not empty."""
    return [area for area in areas if area.width and area.height]
