"""Where the reference list is: by its heading, or by lines that look like references."""

import re
import unicodedata

from importing.document import (
    Heading,
    Inline,
    Item,
    ListBlock,
    Paragraph,
    Reference,
    Run,
    Table,
    links,
    plain,
    split_lines,
    tidy,
)
from importing.readers.phrases import PHRASES, VISITED
from importing.readers.pieces import Piece
from importing.readers.shapes import word_count
from importing.readers.teasers import is_teasers_heading

_NUMBERED = re.compile(r"^\W{0,2}\d{1,3}\s?[.)\]:]\s*\S|^\d{1,3}\s+[A-Z]")
_AUTHOR = re.compile(
    r"^[\W\d]*(?:(?:de|van|von|der|den|la|le|di|da|el|al|bin|ten)[\s'’-])*"
    r"[^\W\d_][\w'’.-]+(?:[\s-][^\W\d_][\w'’-]+){0,2},?\s+"
    r"(?:[A-Z]{1,3}\b|[A-Z]\.(?:[\s-]?[A-Z]\.)*)(?=[\s,.;:&(]|$)"
)
_ETAL = re.compile(r"\bet al\b|\bund Mitarbeiter|\be colab|وآخرون|ואח", re.I)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|(?<!\d)1[34]\d\d(?!\d)")
_IDENTIFIER = re.compile(r"\bdoi\b|\b10\.\d{4,9}/|pmid|pmcid|isbn|issn|arxiv|https?://|www\.", re.I)
_LOCATOR = re.compile(
    r"\d+\s?\(\d+[^)]*\)\s?[:,]\s?[a-z]?\d+|;\s?\d+[^;]{0,14}:\s?[a-z]?\d+|\bpp?\.\s?\d+|\bvol\.\s?\d+"
    r"|\d+:[a-z]?\d+\s?[-–]\s?\d+|\(\d{4}\)\s?\d+,\s?\d+|\bS\.\s\d+[-–]\d+|\d+\s?[-–]\s?\d+\.?$",
    re.I,
)
_ONLINE = re.compile(
    r"\b(accessed|retrieved|available (from|at|online)|cited \d{4}|zugriff|abgerufen|consulté"
    r"|consultado|disponible|geraadpleegd|press|publishers?|publishing|verlag|éditions|edition"
    r"|eds?\.|journal|proceedings|guideline|fact ?sheet|report|review|lancet|bmj|jama)\b",
    re.I,
)
_QUOTED_TITLE = re.compile(r"[A-Z][\w .,&'’()-]{2,90}: [\"“„«]")
_LONGEST_IN_LIST = 60
_LONGEST = 900
_LEAST_SHARE = 0.7


def normalised(text: str) -> str:
    """Compatibility forms and Western digits, so a year is a year in any script."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(
        str(unicodedata.decimal(c)) if c.isdecimal() and not c.isascii() else c for c in text
    )


def looks_like_reference(line: str) -> bool:
    """Whether two or more marks of a reference meet in a line (author, year, locator …)."""
    text = normalised(line).strip() if len(line) <= _LONGEST else ""
    if not text or word_count(text) < 3:
        return False
    author = bool(_AUTHOR.match(text))
    marks = 2 * author + bool(_YEAR.search(text)) + 2 * bool(_LOCATOR.search(text))
    marks += 2 * bool(_IDENTIFIER.search(text)) + bool(_ETAL.search(text))
    marks += bool(_ONLINE.search(text)) + bool(VISITED.search(text)) + bool(_NUMBERED.match(text))
    marks += 3 * bool(_QUOTED_TITLE.match(text))
    return marks >= 3 or (marks == 2 and bool(_YEAR.search(text)) and text.count(". ") > 1)


def is_references_heading(piece: Piece) -> bool:
    """Whether a piece is the heading of the reference list, in one of many languages."""
    if not isinstance(piece.block, Heading | Paragraph):
        return False
    return PHRASES.is_references_heading(piece.text)


def is_perhaps_references_heading(piece: Piece) -> bool:
    """Whether a piece is a heading like "Further reading", which may stand over references."""
    if not isinstance(piece.block, Heading | Paragraph):
        return False
    return PHRASES.is_perhaps_references_heading(piece.text)


def reference_lines(piece: Piece) -> list[Inline]:
    """The lines of a piece, one reference each."""
    block = piece.block
    if isinstance(block, Table):
        return [
            tidy(run for cell in row for run in (*cell, Run(" "))) for row in block.rows if any(row)
        ]
    if isinstance(block, ListBlock):
        return [line for item in block.items for line in _item_lines(item)]
    if isinstance(block, Heading):
        return [block.content]
    if not isinstance(block, Paragraph):
        return []
    lines = split_lines(block.content)
    alike = sum(looks_like_reference(plain(line)) for line in lines)
    if len(lines) > 1 and alike * 2 > len(lines):
        return lines
    return [tidy(Run(run.text.replace("\n", " "), link=run.link) for run in block.content)]


def _item_lines(item: Item) -> list[Inline]:
    head = (Run(f"{item.marker} "), *item.content) if item.marker else item.content
    one = tidy(Run(run.text.replace("\n", " "), link=run.link) for run in head)
    return [
        one,
        *(line for child in item.children for each in child.items for line in _item_lines(each)),
    ]


def as_references(pieces: list[Piece]) -> list[Reference]:
    """Every line of the pieces as a reference."""
    return [
        Reference(plain(line), links(line)) for piece in pieces for line in reference_lines(piece)
    ]


def score(piece: Piece) -> tuple[int, int]:
    """How many lines of a piece look like references, and how many there are."""
    if not isinstance(piece.block, Paragraph | ListBlock | Table):
        return 0, 1
    lines = reference_lines(piece)
    return sum(looks_like_reference(plain(line)) for line in lines), len(lines)


def are_references(pieces: list[Piece]) -> bool:
    """Whether most lines of the pieces look like references."""
    scores = [score(piece) for piece in pieces]
    return sum(alike for alike, _ in scores) * 2 > sum(lines for _, lines in scores)


def section_after(pieces: list[Piece], heading: int) -> int:
    """Where the list under its heading ends (the index after its last line).

    Up to the last line that looks like a reference before the next heading; where few do (an
    unknown style), all short ones up to there.
    """
    level = getattr(pieces[heading].block, "level", 0)
    end, last, found, total = heading + 1, 0, 0, 0
    until_last = (0, 0)
    while end < len(pieces) and pieces[end].outside == pieces[heading].outside:
        block = pieces[end].block
        if isinstance(block, Heading) and (not level or block.level <= level):
            break
        if not isinstance(block, Heading | Paragraph | ListBlock | Table):
            break
        if is_teasers_heading(pieces[end]):
            break
        alike, lines = score(pieces[end])
        found, total, end = found + alike, total + lines, end + 1
        if alike or (found > 1 and last == end - 1 and _is_written_like_one(pieces[last])):
            last, until_last = end, (found, total)
    found, upto = until_last
    if found and (found * 2 >= total or (found > 1 and found * 4 >= upto * 3)):
        return last
    return next((i for i in range(heading + 1, end) if _is_prose(pieces[i])), end)


def _is_written_like_one(piece: Piece) -> bool:
    """Whether a paragraph is one line of parts set off by points, one of which is a year."""
    line = piece.text
    year = isinstance(piece.block, Paragraph) and "\n" not in line and _YEAR.search(line)
    return bool(year) and len(re.findall(r"\w\w[.;,]\s", line)) > 1


def _is_prose(piece: Piece) -> bool:
    if isinstance(piece.block, Paragraph):
        return word_count(piece.text) > _LONGEST_IN_LIST
    return isinstance(piece.block, Heading)


def _is_end(pieces: list[Piece], index: int) -> bool:
    """Whether the article ends here: nothing follows but teasers or what is beside it."""
    rest = pieces[index:]
    return not rest or is_teasers_heading(rest[0]) or all(piece.outside for piece in rest)


def find_run(pieces: list[Piece]) -> tuple[int, int] | None:
    """The longest run of pieces that look like references, where no heading says so."""
    best: tuple[int, int, int] | None = None
    start = 0
    while start < len(pieces):
        alike, lines = score(pieces[start])
        if not alike or alike < lines * _LEAST_SHARE or pieces[start].outside:
            start += 1
            continue
        end, gap, total, found = start + 1, 0, lines, alike
        last = (end, found, total)
        while (
            end < len(pieces)
            and gap < 2
            and isinstance(pieces[end].block, Paragraph | ListBlock | Table)
        ):
            alike, lines = score(pieces[end])
            total, found = total + lines, found + alike
            gap = 0 if alike else gap + 1
            end += 1
            if alike and found >= total * _LEAST_SHARE:
                last = (end, found, total)
        end, found, total = last
        if found >= 3 or (found == 2 and total == 2 and _is_end(pieces, end)):
            best = max(best or (0, 0, 0), (found, start, end))
        start = end
    return (best[1], best[2]) if best else None
