"""Plain text to pieces: paragraphs, lists by their markers, headings by `#` and underlines."""

import re
from dataclasses import replace

from importing.document import (
    Heading,
    Inline,
    Item,
    ListBlock,
    Paragraph,
    Quote,
    Refused,
    Run,
    Table,
    tidy,
    without_hidden,
)
from importing.readers import markers
from importing.readers.bare_lists import bare_list
from importing.readers.mail_head import without_mail_head
from importing.readers.pieces import Piece, Source
from importing.readers.plain_lines import RULE, Line, logical_lines, with_whole_title
from importing.readers.reference_lines import looks_like_reference
from importing.readers.sections import numbered_sections, signed_heading
from importing.readers.shapes import (
    heading_shape,
    is_read_more,
    is_sentence,
    is_short,
    number_of,
    word_count,
)

_ATX = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1(:?)$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_DEEPEST = 8
_NEAR_THE_TOP = 5
_MOST_LINES = 60_000
_BARS = re.compile(r"\|.*\|.*\|")
_ARROW = re.compile(r"(?:>>+|»+)\s+(?=[^\s>»])(.+)$")
_QUOTED = re.compile(r">\s?")


def read_plain(text: str) -> Source:
    """Read a plain text; headings without a mark of their own are found by `arrange`."""
    source = Source()
    if text.count("\n") > _MOST_LINES:
        raise Refused("The file holds more lines than an article can have.")
    text = without_mail_head(text, source)
    lines = with_whole_title(logical_lines(text))
    for line in lines:
        written = " ".join(without_hidden(text := as_written(line)).split())
        if written != text:
            source.as_pasted[written] = text
    sections = numbered_sections(lines)
    index = 0
    while index < len(lines):
        taken = (
            _underlined(lines, index, source)
            or _pointed(lines, index, source)
            or _quote(lines, index, source)
            or _table(lines, index, source)
            or _signed(lines, index, source)
            or (0 if index in sections else _list(lines, index, source))
            or _bare(lines, index, source)
        )
        if not taken:
            _one(lines[index], source)
            taken = 1
        index += taken
    _title_by_its_line(source)
    return source


def _title_by_its_line(source: Source) -> None:
    """The only heading with a mark, where it stands near the top, is the title."""
    marked = [i for i, piece in enumerate(source.pieces) if isinstance(piece.block, Heading)]
    above = source.pieces[: marked[0]] if len(marked) == 1 else []
    if (
        len(marked) == 1
        and len(above) < _NEAR_THE_TOP
        and not any(is_sentence(p.text) for p in above)
    ):
        only = source.pieces[marked[0]]
        source.pieces[marked[0]] = replace(only, block=Heading(1, inline(only.text)))


def inline(text: str) -> Inline:
    """A line with `**bold**` read; all else is as it stands."""
    runs: list[Run] = []
    end = 0
    for found in _BOLD.finditer(text):
        runs += [Run(text[end : found.start()]), Run(found[2], bold=True)]
        end = found.end()
    return tidy([*runs, Run(text[end:])])


def as_written(line: Line) -> str:
    return f"{line.marker}{' ' * line.spaced}{line.text}" if line.marker else line.text


def _one(line: Line, source: Source) -> None:
    text = as_written(line)
    if RULE.match(text):
        return
    if found := _ATX.match(text):
        if found[2]:
            source.pieces.append(Piece(Heading(len(found[1]), inline(found[2]))))
    elif (found := _BOLD_LINE.match(text)) and is_short(found[2]) and not is_sentence(found[2]):
        bold = Paragraph((Run(found[2] + found[3], bold=True),))
        source.pieces.append(Piece(bold))
    elif content := inline(text):
        source.pieces.append(Piece(Paragraph(content)))


def _underlined(lines: list[Line], index: int, source: Source) -> int:
    if index + 1 == len(lines):
        return 0
    text, rule = as_written(lines[index]), lines[index + 1]
    under = re.fullmatch(r"(=+|-+|~+|\^+)", rule.text)
    if rule.after_blank or rule.marker or not under or len(rule.text) < 3 or not is_short(text):
        return 0
    if RULE.match(text):
        return 0
    source.pieces.append(Piece(Heading(1 if rule.text[0] == "=" else 2, inline(text))))
    return 2


def _quote(lines: list[Line], index: int, source: Source) -> int:
    parts: list[list[str]] = []
    end = index
    while end < len(lines) and not lines[end].marker and (found := _QUOTED.match(lines[end].text)):
        rest = lines[end].text[found.end() :].strip()
        if not parts or lines[end].after_blank or not rest:
            parts.append([])
        if rest:
            parts[-1].append(re.sub(r"\s>\s", " ", rest))
        end += 1
    texts = [inline(" ".join(part)) for part in parts if part]
    if texts:
        source.pieces.append(Piece(Quote(tuple(texts))))
    return end - index


def _table(lines: list[Line], index: int, source: Source) -> int:
    """Lines with as many tabs, as a table copied from a page has, or between bars."""
    bars = _BARS.fullmatch(lines[index].text)
    end = index
    while end < len(lines) and not lines[end].marker:
        tabs = lines[end].tabs and lines[end].tabs == lines[index].tabs
        if not (_BARS.fullmatch(lines[end].text) if bars else tabs):
            break
        end += 1
    if end - index < 2:
        return 0
    texts = [line.text.strip("|") if bars else line.text for line in lines[index:end]]
    cells = [re.split(r"\|" if bars else r"\t", text) for text in texts]
    width = max(map(len, cells))
    rows = tuple(
        tuple(inline(cell) for cell in row + [""] * (width - len(row)))
        for row in cells
        if any(cell.strip(" -:") for cell in row)
    )
    if not rows:
        return 0
    source.pieces.append(Piece(Table(rows, header_row=_heads(rows))))
    return end - index


def _heads(rows: tuple[tuple[Inline, ...], ...]) -> bool:
    """A first row without digits over rows with some is a header."""
    text = ["".join(run.text for cell in row for run in cell) for row in rows]
    return not re.search(r"\d", text[0]) and any(re.search(r"\d", row) for row in text[1:])


def _pointed(lines: list[Line], index: int, source: Source) -> int:
    """A heading that an arrow points to (">> Causes"); in a message it would be a quotation."""
    found = _ARROW.match(lines[index].text) if not lines[index].marker else None
    alone = lines[index + 1 : index + 2]
    if not found or not heading_shape(found[1]) or not alone or not alone[0].after_blank:
        return 0
    if _ARROW.match(alone[0].text) or is_read_more(found[1]):
        return 0
    if index and not lines[index].after_blank:
        return 0
    source.pieces.append(Piece(Paragraph((Run(found[1], bold=True),))))
    return 1


def _signed(lines: list[Line], index: int, source: Source) -> int:
    """A heading by the sign before or around it, which is no part of its words."""
    text = signed_heading(lines, index)
    if text:
        source.pieces.append(Piece(Paragraph((Run(text, bold=True),))))
    return bool(text)


def _bare(lines: list[Line], index: int, source: Source) -> int:
    count = bare_list(lines, index)
    items = tuple(Item(inline(line.text)) for line in lines[index : index + count])
    if items:
        source.pieces.append(Piece(ListBlock(ordered=False, items=items)))
    return count


def _list(lines: list[Line], index: int, source: Source) -> int:
    """A run of marked lines; numbers that each head paragraphs are headings, not a list."""
    first = lines[index]
    if not first.marker:
        return 0
    end = top = index
    while end < len(lines) and lines[end].marker:
        if (
            end > index
            and lines[end].indent <= first.indent
            and not markers.goes_on(lines[top].marker, lines[end].marker)
        ):
            break
        if lines[end].indent <= first.indent:
            top = end
        end += 1
    run = lines[index:end]
    if first.ordered and _is_headings(lines, index, end):
        return 0
    if first.ordered and not markers.starts(first.marker) and not _all_references(run):
        return 0
    items, _ = _nest(run, 0, min(line.indent for line in run))
    source.pieces.append(Piece(ListBlock(first.ordered, tuple(items))))
    return end - index


def _is_headings(lines: list[Line], index: int, end: int) -> bool:
    """One number, short, with prose below and a further number of its kind after or before."""
    if end - index > 1:
        return False
    line = lines[index]
    if heading_shape(as_written(line)) not in ("numbered", "question", "capitals"):
        return False
    below = lines[end] if end < len(lines) else None
    if not below or below.ordered or not number_of(as_written(line)):
        return False
    return word_count(below.text) > 4 or heading_shape(below.text) == "numbered"


def _all_references(run: list[Line]) -> bool:
    return len(run) > 1 and all(looks_like_reference(as_written(line)) for line in run)


def _nest(run: list[Line], start: int, indent: int, depth: int = 1) -> tuple[list[Item], int]:
    """The items from `start` at `indent` or deeper-by-mistake, their children inside them."""
    items: list[Item] = []
    index = start
    while index < len(run) and run[index].indent >= indent:
        line = run[index]
        if line.indent > indent + 1 and items and depth < _DEEPEST:
            children, index = _nest(run, index, line.indent, depth + 1)
            child = ListBlock(line.ordered, tuple(children))
            items[-1] = replace(items[-1], children=(*items[-1].children, child))
            continue
        marker = line.marker if line.ordered else ""
        items.append(Item(inline(line.text), marker=marker))
        index += 1
    return items, index
