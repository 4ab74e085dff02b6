"""Lists that were typed: paragraphs that start with a bullet or count up from one."""

import re
from dataclasses import replace

from importing.document import Inline, Item, ListBlock, Paragraph, Run, plain, split_lines, tidy
from importing.readers.pieces import Piece

_BULLET = re.compile(r"[•·‣◦▪●○■□➢➤✓✔\uf0b7\u2043\u2219*–-]\s+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)")


def gather_typed_lists(pieces: list[Piece]) -> list[Piece]:
    """Two paragraphs or lines in a row with a marker become one list."""
    out: list[Piece] = []
    waiting: list[Piece] = []
    lines: list[Inline] = []
    for piece in pieces:
        found = _lines(piece)
        if (
            found
            and waiting
            and (not _goes_on(lines, found) or piece.outside != waiting[0].outside)
        ):
            out += _list(waiting, lines)
            waiting, lines = [], []
        if found and (waiting or _starts(found)):
            waiting.append(piece)
            lines += found
            continue
        out += _list(waiting, lines)
        waiting, lines = [], []
        out.append(piece)
    return out + _list(waiting, lines)


def _lines(piece: Piece) -> list[Inline]:
    """The lines of a paragraph if each has a marker of the same kind."""
    if piece.role or not isinstance(piece.block, Paragraph):
        return []
    lines = split_lines(piece.block.content)
    for pattern in (_BULLET, _NUMBER):
        if lines and all(pattern.match(plain(line)) for line in lines):
            return lines
    return []


def _number(line: Inline) -> int:
    found = _NUMBER.match(plain(line))
    return int(found[1]) if found else 0


def _starts(lines: list[Inline]) -> bool:
    return _number(lines[0]) in (0, 1) and _counts(lines)


def _goes_on(before: list[Inline], lines: list[Inline]) -> bool:
    return _counts([before[-1], *lines])


def _counts(lines: list[Inline]) -> bool:
    numbers = [_number(line) for line in lines]
    return not any(numbers) or numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _list(pieces: list[Piece], lines: list[Inline]) -> list[Piece]:
    if len(lines) < 2:
        return pieces
    ordered = bool(_number(lines[0]))
    items = tuple(_item(line, ordered) for line in lines)
    return [replace(pieces[0], block=ListBlock(ordered, items))]


def _item(line: Inline, ordered: bool) -> Item:
    found = (_NUMBER if ordered else _BULLET).match(plain(line))
    end = found.end() if found else 0
    runs: list[Run] = []
    for run in line:
        runs.append(replace(run, text=run.text[end:]))
        end = max(0, end - len(run.text))
    return Item(tidy(runs), marker=found[0].strip() if found and ordered else "")
