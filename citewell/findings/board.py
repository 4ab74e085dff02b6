"""Rows of the review board that rooms register: pages that need a look for a reason of theirs.

A room says which pages, as a query the board can count and filter with, and why, for the
few that are shown: what it knows of them as a query, and how that is said::

    def cites(keys):
        rows = SourceUsage.objects.filter(source__is_retracted=True, page__in=keys)
        return facts(rows, F("page"), title="source__title")

    register_board_rows(
        "retracted",
        _("Cite a retracted source"),
        pages=lambda: SourceUsage.objects.filter(source__is_retracted=True).values("page"),
        facts=cites,
        say=lambda known: _("“%(title)s” was retracted.") % known[0],
    )

The board asks what all rooms know in one query, however many rooms there are.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import JSONObject

Fact = Mapping[str, Any]
"""What a room knows: texts, numbers, booleans; a day is its text, ``2026-05-03``."""


@dataclass(frozen=True)
class BoardRows:
    """One reason to look at pages.

    Attributes:
        code: its name in addresses and files.
        label: what it is called on the board.
        pages: gives the primary keys of the pages, as a query of one column.
        facts: takes the keys of the pages that are shown; gives :func:`facts` about them.
        say: makes a sentence of the facts about one page, which come in no order.
    """

    code: str
    label: Any
    pages: Callable[[], Any]
    facts: Callable[[Collection[int]], QuerySet[Any]]
    say: Callable[[Sequence[Fact]], Any]

    def reasons(self, keys: Collection[int]) -> dict[int, Any]:
        """A sentence for each of these pages that this is a reason for; one query."""
        return {page: said for page, _code, said in reasons_of([self], keys)}


BOARD_ROWS: dict[str, BoardRows] = {}


def facts(rows: QuerySet[Any], page: Any, **known: Any) -> QuerySet[Any]:
    """Rows as facts for the board: the page's key as an expression, what is known by name."""
    return rows.order_by().annotate(board_page=page, board_fact=JSONObject(**known))


def reasons_of(
    registered: Collection[BoardRows], keys: Collection[int]
) -> list[tuple[int, str, Any]]:
    """Page, code and sentence of every reason to look at these pages; one query for all."""
    if not registered or not keys:
        return []
    first, *others = [
        rows.facts(keys)
        .annotate(board_code=Value(rows.code, output_field=CharField()))
        .values_list("board_code", "board_page", "board_fact")
        for rows in registered
    ]
    found: dict[tuple[str, int], list[Fact]] = {}
    for code, page, fact in first.union(*others, all=True) if others else first:
        found.setdefault((code, page), []).append(fact)
    return [
        (page, rows.code, rows.say(known))
        for rows in registered
        for (code, page), known in found.items()
        if code == rows.code
    ]


def register_board_rows(
    code: str,
    label: Any,
    *,
    pages: Callable[[], Any],
    facts: Callable[[Collection[int]], QuerySet[Any]],
    say: Callable[[Sequence[Fact]], Any],
) -> None:
    """Add a reason to the board; see the module.

    Raises:
        ValueError: another room took the code.
    """
    rows = BoardRows(code, label, pages, facts, say)
    known = BOARD_ROWS.get(code)
    if known and known.pages is not pages:
        raise ValueError(f"Two kinds of rows are called “{code}”.")
    BOARD_ROWS[code] = rows
