"""Lists that were typed: paragraphs that start with a bullet or count up from one."""

from dataclasses import replace
from itertools import chain, groupby, pairwise

from importing.document import (
    Inline,
    Item,
    ListBlock,
    Paragraph,
    Run,
    join_lines,
    plain,
    split_lines,
    tidy,
)
from importing.readers import markers
from importing.readers.pieces import Piece

_LEAST = 2


def gather_typed_lists(pieces: list[Piece]) -> list[Piece]:
    """Two paragraphs or lines in a row with a marker become one list."""
    out: list[Piece] = []
    waiting: list[Piece] = []
    lines: list[Inline] = []
    for piece in chain.from_iterable(map(_parts, pieces)):
        found = _lines(piece)
        if (
            found
            and waiting
            and (not _goes_on(lines[-1], found[0]) or piece.outside != waiting[0].outside)
        ):
            out += _list(waiting, lines)
            waiting, lines = [], []
        if found and (waiting or markers.starts(_marker(found[0]))):
            waiting.append(piece)
            lines += found
            continue
        out += _list(waiting, lines)
        waiting, lines = [], []
        out.append(piece)
    return out + _list(waiting, lines)


def _parts(piece: Piece) -> list[Piece]:
    """A paragraph cut where its lines begin or end to be marked, if two or more in a row are."""
    lines = split_lines(piece.block.content) if isinstance(piece.block, Paragraph) else []
    if piece.role or len(lines) <= _LEAST or all(map(_marker, lines)):
        return [piece]
    parts = [list(group) for _, group in groupby(lines, key=lambda line: bool(_marker(line)))]
    lists = [part for part in parts if _marker(part[0]) and len(part) >= _LEAST]
    if not any(markers.starts(_marker(part[0])) and _is_list(part) for part in lists):
        return [piece]
    return [replace(piece, block=Paragraph(join_lines(part))) for part in parts]


def _is_list(lines: list[Inline]) -> bool:
    return all(_goes_on(before, now) for before, now in pairwise(lines))


def _lines(piece: Piece) -> list[Inline]:
    """The lines of a paragraph if each has a marker, and each the one after that before it."""
    if piece.role or not isinstance(piece.block, Paragraph):
        return []
    lines = split_lines(piece.block.content)
    if not lines or not all(map(_marker, lines)):
        return []
    return lines if _is_list(lines) else []


def _marker(line: Inline) -> str:
    return markers.split_marker(plain(line)).marker


def _goes_on(before: Inline, now: Inline) -> bool:
    return markers.goes_on(_marker(before), _marker(now))


def _list(pieces: list[Piece], lines: list[Inline]) -> list[Piece]:
    if len(lines) < _LEAST:
        return pieces
    ordered = bool(markers.values(_marker(lines[0])))
    items = tuple(_item(line, ordered) for line in lines)
    return [replace(pieces[0], block=ListBlock(ordered, items))]


def _item(line: Inline, ordered: bool) -> Item:
    marked = markers.split_marker(text := plain(line))
    end = len(text) - len(marked.text)
    runs: list[Run] = []
    for run in line:
        runs.append(replace(run, text=run.text[end:]))
        end = max(0, end - len(run.text))
    return Item(tidy(runs), marker=marked.marker if ordered else "")
