"""Rows of the review board that rooms register: pages that need a look for a reason of theirs.

A room says which pages, as a query the board can count and filter with, and why, for the
few that are shown::

    register_board_rows(
        "retracted",
        _("Cite a retracted source"),
        pages=lambda: SourceUsage.objects.filter(source__is_retracted=True).values("page"),
        reasons=lambda keys: {key: _("“…” was retracted.") for key in …},
    )
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class BoardRows:
    """One reason to look at pages.

    Attributes:
        code: its name in addresses and files.
        label: what it is called on the board.
        pages: gives the primary keys of the pages, as a query of one column.
        reasons: takes the keys of the pages that are shown; gives a sentence for each.
    """

    code: str
    label: Any
    pages: Callable[[], Any]
    reasons: Callable[[Collection[int]], Mapping[int, Any]]


BOARD_ROWS: dict[str, BoardRows] = {}


def register_board_rows(
    code: str,
    label: Any,
    *,
    pages: Callable[[], Any],
    reasons: Callable[[Collection[int]], Mapping[int, Any]],
) -> None:
    """Add a reason to the board; see the module.

    Raises:
        ValueError: another room took the code.
    """
    rows = BoardRows(code, label, pages, reasons)
    known = BOARD_ROWS.get(code)
    if known and known.pages is not pages:
        raise ValueError(f"Two kinds of rows are called “{code}”.")
    BOARD_ROWS[code] = rows
