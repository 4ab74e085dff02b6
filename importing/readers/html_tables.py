"""Data tables of an HTML page; tables that only lay out a page are told apart."""

from collections.abc import Callable

from lxml.etree import _Element as Element

from importing.document import Image, Inline, Table, block_lines, join_lines
from importing.readers.html_regions import is_bar_of_links
from importing.readers.html_tags import TABLE_PARTS
from importing.readers.pieces import Piece

_MOST_COLUMNS = 60
_HEADINGS = ("h1", "h2", "h3", "h4")
_LONGEST_CELL = 150
_LONGEST_ALONE = 40
_MOST_LINES = 8


def is_layout(table: Element) -> bool:
    """Whether a table is a page's scaffold: nested tables, headings, one cell, long text."""
    if table.get("role") in ("presentation", "none") or _holds_loose_content(table):
        return True
    if next(table.iter("th"), None) is not None or next(table.iter("caption"), None) is not None:
        return any(inner is not table for inner in table.iter("table"))
    if next(table.iter(*_HEADINGS), None) is not None:
        return True
    if any(inner is not table for inner in table.iter("table")):
        return True
    rows = list(table.iter("tr"))
    if max((len(row) for row in rows), default=0) < 2:
        return True
    if any(_is_column(cell) for cell in table.iter("td")):
        return True
    longest = _LONGEST_CELL if len(rows) > 1 else _LONGEST_ALONE
    return any(len("".join(cell.itertext()).split()) > longest for cell in table.iter("td"))


def _is_column(cell: Element) -> bool:
    """Whether a cell holds a column of a page: a menu, or lines upon lines."""
    return is_bar_of_links(cell) or sum(1 for _ in cell.iter("br", "p", "li")) >= _MOST_LINES


def _holds_loose_content(table: Element) -> bool:
    """Whether something stands between the cells, as on pages with broken tables."""
    for part in table.iter("table", "thead", "tbody", "tfoot", "tr"):
        if part.text and part.text.strip():
            return True
        for child in part:
            known = child.tag in (TABLE_PARTS if part.tag == "tr" else TABLE_PARTS - {"td", "th"})
            wrong = isinstance(child.tag, str) and not known
            if wrong or (child.tail and child.tail.strip()):
                return True
    return False


def read_table(
    table: Element, collect: Callable[[Element], list[Piece]]
) -> tuple[Table | None, list[Piece]]:
    """The table, and the pieces that cannot stand in a cell (images)."""
    rows: list[list[Inline]] = []
    kinds: list[list[str]] = []
    beside: list[Piece] = []
    waiting: dict[int, int] = {}
    for row in table.iter("tr"):
        line: list[Inline] = []
        kind: list[str] = []
        parent = row.getparent()
        in_head = parent is not None and parent.tag == "thead"
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            _pad(line, kind, waiting)
            pieces = collect(cell)
            beside += [piece for piece in pieces if _stands_alone(piece)]
            from_cell = [piece for piece in pieces if not _stands_alone(piece)]
            start = len(line)
            line.append(
                join_lines(text for piece in from_cell for text in block_lines(piece.block))
            )
            kind.append("th" if in_head else cell.tag)
            width = min(_span(cell, "colspan"), _MOST_COLUMNS - start)
            line.extend([()] * (width - 1))
            kind.extend(kind[-1:] * (width - 1))
            if (height := _span(cell, "rowspan")) > 1:
                waiting.update(dict.fromkeys(range(start, len(line)), height))
        _pad(line, kind, waiting)
        waiting = {column: left - 1 for column, left in waiting.items() if left > 1}
        if any(line):
            rows.append(line)
            kinds.append(kind)
    captions = [piece.lines for caption in table.iter("caption") for piece in collect(caption)]
    if not rows:
        return None, beside
    width = max(map(len, rows))
    full = tuple(tuple(row + [()] * (width - len(row))) for row in rows)
    return Table(
        full,
        header_row=_is_header_row(kinds[0], full[0], len(rows)),
        header_column=len(rows) > 1 and all(kind[:1] == ["th"] for kind in kinds[1:]),
        caption=" ".join(line for lines in captions for line in lines),
    ), beside


def _is_header_row(kinds: list[str], cells: tuple[Inline, ...], rows: int) -> bool:
    if rows < 2:
        return False
    if all(kind == "th" for kind in kinds):
        return True
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and all(run.bold for cell in filled for run in cell if run.text.strip())


def _stands_alone(piece: Piece) -> bool:
    return isinstance(piece.block, Image)


def _pad(line: list[Inline], kind: list[str], waiting: dict[int, int]) -> None:
    while len(line) in waiting and len(line) < _MOST_COLUMNS:
        kind.append("td")
        line.append(())


def _span(cell: Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return max(1, min(int(value), _MOST_COLUMNS)) if value.isascii() and value.isdigit() else 1
