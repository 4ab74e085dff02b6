"""Headings that no style marks: found by their shape and by what stands around them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from importing.document import (
    Block,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    join_lines,
    plain,
    split_lines,
    tidy,
)
from importing.readers.phrases import PHRASES
from importing.readers.pieces import Piece
from importing.readers.shapes import (
    heading_shape,
    is_capitals,
    is_lead_in,
    is_sentence,
    is_short,
    number_of,
    opens_list,
    word_count,
)

_MOST_UNMARKED = 3
_MARKED = ("bold capitals", "capitals", "bold")


def infer_headings(pieces: list[Piece]) -> list[Piece]:
    """Turn the lines that head something into headings, where no style says so.

    Where the file marks headings itself, only lines wholly in bold are added to them.
    """
    pieces = _split_first_lines(pieces)
    kinds = [_kind(piece) for piece in pieces]
    counts = Counter(kinds)
    marked = any(isinstance(piece.block, Heading) for piece in pieces)
    allowed = {"bold", "bold capitals"}
    if not marked:
        allowed.add("capitals")
        if counts["bold"] + counts["bold capitals"] < 2:
            allowed |= {"numbered", "question", "colon", "line"}
    kinds = [kind if kind in allowed else "" for kind in kinds]
    groups = list(_groups(kinds))
    chosen = {
        index: kind
        for index, kind in enumerate(kinds)
        if kind and _heads(pieces, kinds, index, groups[index])
    }
    if _opens_otherwise(pieces, chosen):
        del chosen[0]
    ranks = _ranks(list(chosen.values()))
    level = 1
    out: list[Piece] = []
    for index, piece in enumerate(pieces):
        block = piece.block
        if isinstance(block, Heading):
            level = block.level
        elif index in chosen and isinstance(block, Paragraph):
            kind = chosen[index]
            if marked:
                depth = min(6, max(level, 2) + (1 if level > 1 else 0))
            elif kind == "numbered":
                depth = 2 + number_of(piece.text).count(".")
            else:
                depth = min(ranks[kind], level + 1)
            level = level if marked else depth
            content = tidy(replace(run, bold=False) for run in block.content)
            piece = replace(piece, block=Heading(depth, content))
        out.append(piece)
    return out


def _opens_otherwise(pieces: list[Piece], chosen: dict[int, str]) -> bool:
    """Whether a plain line over the first paragraph is a subtitle: headings are in capitals."""
    if chosen.get(0) != "line" or not is_sentence(pieces[1].text):
        return False
    others = Counter(kind for index, kind in chosen.items() if index)
    return others["capitals"] > 1 and set(others) == {"capitals"}


def _kind(piece: Piece) -> str:
    if piece.role or not isinstance(piece.block, Paragraph):
        return ""
    content, text = piece.block.content, piece.text
    if "\n" in text:
        return ""
    if _is_bold_heading(content):
        return "bold capitals" if is_capitals(text) else "bold"
    return heading_shape(text)


class _Group(NamedTuple):
    """Candidates that stand together: their places, and how many have no mark but their shape."""

    start: int
    end: int
    unmarked: int


def _groups(kinds: list[str]) -> Iterator[_Group]:
    """The group of each place; it is empty where no candidate stands."""
    start = 0
    for candidate, run in groupby(kinds, key=bool):
        group = list(run)
        end = start + len(group)
        together = _Group(start, end, group.count("line"))
        yield from (together if candidate else _Group(i, i, 0) for i in range(start, end))
        start = end


def _heads(pieces: list[Piece], kinds: list[str], index: int, group: _Group) -> bool:
    """Whether something follows that the line can head."""
    kind, text = kinds[index], pieces[index].text
    if index + 1 == len(pieces):
        return False
    if index and pieces[index - 1].text.endswith(":") and not kinds[index - 1]:
        return False  # what a sentence with a colon announces
    run = group.end
    if kind == "line" and group.unmarked >= _MOST_UNMARKED:
        return False
    if run == len(pieces):
        return kind != "line" and run - index > 1 and kind in _MARKED
    below = pieces[run].block
    if isinstance(below, Heading):
        return True
    if isinstance(below, ListBlock):
        under_heading = index and (kinds[index - 1] or isinstance(pieces[index - 1].block, Heading))
        if under_heading and opens_list(text) and kind not in _MARKED:
            return False  # "Common causes are", between a heading and the list
        return kind != "colon" or word_count(text) <= 4
    if isinstance(below, Paragraph):
        longer = word_count(pieces[run].text) > word_count(text)
        return kind in (*_MARKED, "numbered") or longer or is_sentence(pieces[run].text)
    return True


def _ranks(kinds: list[str]) -> dict[str, int]:
    """Levels by kind: capitals over bold over plain lines, if each comes more than once."""
    counts = Counter("line" if kind in ("question", "numbered") else kind for kind in kinds)
    ranks: dict[str, int] = {}
    level = 2
    for kind in (*_MARKED, "line", "colon"):
        ranks[kind] = min(level, 4)
        if counts[kind] > 1:
            level += 1
    if counts["colon"] and not sum(counts[kind] for kind in (*_MARKED, "line")) > 1:
        ranks["colon"] = 2
    ranks["question"] = ranks["numbered"] = ranks["line"]
    return ranks


def _split_first_lines(pieces: list[Piece]) -> list[Piece]:
    """A bold or capital line above its text in the same paragraph stands alone."""
    out: list[Piece] = []
    for piece in pieces:
        lines = split_lines(piece.block.content) if isinstance(piece.block, Paragraph) else []
        if len(lines) > 1 and not piece.role:
            first = lines[0]
            all_bold = all(_is_bold(line) for line in lines)
            if (_is_bold_heading(first) and not all_bold) or heading_shape(
                plain(first)
            ) == "capitals":
                rest = join_lines(lines[1:])
                out += [
                    replace(piece, block=Paragraph(first)),
                    replace(piece, block=Paragraph(rest)),
                ]
                continue
        out.append(piece)
    return out


def split_announcing_lines(pieces: list[Piece]) -> list[Piece]:
    """A first line that announces references or teasers stands alone."""
    out: list[Piece] = []
    for piece in pieces:
        lines = split_lines(piece.block.content) if isinstance(piece.block, Paragraph) else []
        if len(lines) > 1 and not piece.role:
            first = plain(lines[0])
            if PHRASES.is_references_heading(first) or PHRASES.is_teasers_heading(first):
                out.append(replace(piece, block=Paragraph(lines[0])))
                piece = replace(piece, block=Paragraph(join_lines(lines[1:])))
        out.append(piece)
    return out


def _is_bold(content: Inline) -> bool:
    return all(run.bold for run in content if run.text.strip())


def _is_bold_heading(content: Inline) -> bool:
    text = plain(content)
    if text.endswith(":") and is_lead_in(text.rstrip(":")):
        return False
    ends = is_sentence(text) and not text.endswith(("?", "؟", "？", ":"))
    return _is_bold(content) and is_short(text) and not ends


def levels_below_title(blocks: list[Block]) -> list[Block]:
    """Levels from 2 on, the highest right below the title: none is left out at the top."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    shift = 2 - min(levels, default=2)
    return [
        replace(block, level=min(6, block.level + shift)) if isinstance(block, Heading) else block
        for block in blocks
    ]
