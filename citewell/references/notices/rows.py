"""Rows of a CSV file in which a quotation mark may be missing.

Python's reader takes all lines up to the next mark into one cell, and with them the rows that
stand there. Here such a row is taken as its first line alone, and the others are read again.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Row(NamedTuple):
    """The cells of a row, and whether it was whole."""

    cells: list[str]
    is_whole: bool = True


class _Lines:
    """Lines that can be given back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        return line

    def keep_first(self) -> str:
        """The first line taken; the others are given back."""
        self._again.extendleft(reversed(self.taken[1:]))
        return self.taken[0]


def read_rows(lines: Iterable[str]) -> Iterator[Row]:
    """The rows of a file; one over several lines has as many cells as the others have."""
    source = _Lines(lines)
    reader = csv.reader(source)
    widths: set[int] = set()
    while True:
        source.taken = []
        try:
            cells = next(reader)
            is_whole = len(source.taken) == 1 or not widths or len(cells) in widths
        except StopIteration:
            return
        except csv.Error:
            is_whole = False
        if is_whole:
            if len(source.taken) == 1 and cells and len(widths) < 2:
                widths.add(len(cells))  # of the first line, and of rows that end with a comma
            yield Row(cells)
        else:
            yield Row(_cells(source.keep_first()), is_whole=False)


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line]), [])
    except csv.Error:
        return []
