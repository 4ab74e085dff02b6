"""Find where each reference of a pasted list begins and ends: half the work of reading one."""

import re
from dataclasses import dataclass

import pycrfsuite

from citewell.references.reading import boundaries
from citewell.references.reading.bare import set_bare
from citewell.references.reading.cleaning import is_broken_address
from citewell.references.reading.headings import PEOPLE, without_headings
from citewell.references.reading.identifiers import find_identifiers
from citewell.references.reading.joining import weigh
from citewell.references.reading.layout import by_gap, by_indent
from citewell.references.reading.lines import (
    BULLET,
    Line,
    is_chips,
    read_lines,
)
from citewell.references.reading.numbering import Mark, find_inline_marks, find_marks

_PARTICLE = re.compile(
    r"(?:van|von|vom|de|der|den|di|da|del|della|degli|dos|das|do|du|la|le|el|al|ten|ter|te|zu|zur|zum|af|bin|ibn|abu|ben|d|'t)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"(?:[,&(]|\b(?:editors?|eds|[Ii]n:?|and|und|of|the|for|with|vol|no|pp|from:?|[Aa]t:))\.?\s*$"
)
_STARS = re.compile(r"\s*[*•]{1,3}(?=[^\W\d_])")
_LONGEST_RUN = 200_000  # characters of running text searched for numbers
_SHORTEST = 25  # characters of a reference in running text
_LONG_LINE = 20_000  # characters; beyond it a line is not searched for numbers inside


@dataclass(frozen=True)
class Piece:
    """The place of one reference in the pasted text, its list number or bullet left out."""

    start: int
    end: int


def split(text: str, tagger: pycrfsuite.Tagger | None = None) -> list[Piece]:
    """Return the references in `text` (lines ended by "\\n") in order.

    Headings and rows of links ("[PubMed] [Google Scholar]") are left out; every other character
    that is not a space lies in a piece or is a list number.
    """
    lines = [line for line in read_lines(text) if not is_chips(line.text)]
    lines = without_headings(lines)
    if not lines:
        return []
    bare = _bare_identifiers(lines)
    if bare:
        return bare
    marks = find_marks(text, lines)
    if len(lines) <= 3:
        inline = [piece for line in lines for piece in _inline(text, line)]
        if len(inline) > max(len(lines), len(marks)):
            return inline
    run_on = _run_on(text, lines)
    if len(run_on) > len(marks) + 2:
        return run_on
    if marks:
        return _by_marks(text, lines, marks, tagger)
    return _unnumbered(lines, tagger)


def _bare_identifiers(lines: list[Line]) -> list[Piece]:
    """Return a piece per identifier where the lines hold nothing but DOIs, PMIDs, addresses."""
    pieces: list[Piece] = []
    for line in lines:
        if len(line.text) > _LONG_LINE:
            return []
        text = re.sub(r"[\s,;•*\-–|]+$", "", line.text)
        if re.fullmatch(r"[\s•*-]*\d{7,8}(?:[\s,;]+\d{7,8})*", text):
            found = [(m.start(), m.end()) for m in re.finditer(r"\d{7,8}", text)]
        else:
            items = find_identifiers(text)
            covered = text
            for item in items:
                covered = (
                    covered[: item.start] + " " * (item.end - item.start) + covered[item.end :]
                )
            lead = re.match(r"\s*(?:\[?\(?\d{1,4}[.)\]:]\s*|[•*-]\s*)?", text)
            if not items or re.search(r"\w", covered[lead.end() if lead else 0 :]):
                return []
            found = [(item.start, item.end) for item in items]
            kinds = [item.kind for item in items]
            if len(set(kinds)) == len(kinds) > 1:
                found = [(found[0][0], found[-1][1])]
        pieces += [Piece(line.start + start, line.start + end) for start, end in found]
    return pieces


def _by_marks(
    text: str, lines: list[Line], marks: list[Mark], tagger: pycrfsuite.Tagger | None
) -> list[Piece]:
    pieces: list[Piece] = []
    if marks[0].line > 0:
        pieces += _unnumbered(lines[: marks[0].line], tagger)
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        last = following.line if following else len(lines)
        inside = lines[mark.line : last]
        first = inside[0]
        head = Line(first.text[mark.text_start - first.start :], mark.text_start, first.end)
        block = [head, *inside[1:]] if head.text.strip() else inside[1:]
        if block:
            pieces += _one_or_more(block, tagger)
    return pieces


def _one_or_more(block: list[Line], tagger: pycrfsuite.Tagger | None) -> list[Piece]:
    """Split off unnumbered paragraphs behind a numbered reference (a list that changes its manner)."""  # noqa: E501
    cuts = [0]
    for number in range(1, len(block)):
        line = block[number]
        if (
            line.blank_before
            and not _continues(block[number - 1], line)
            and _opens_like_reference(line)
            and _closed(block[number - 1])
        ):
            cuts.append(number)
    pieces = [_piece(block[a:b]) for a, b in zip(cuts, [*cuts[1:], len(block)], strict=True)]
    if len(cuts) == 1:
        return pieces
    first = _piece(block[: cuts[1]])
    return [first, *_unnumbered(block[cuts[1] :], tagger)]


def _opens_like_reference(line: Line) -> bool:
    opening = boundaries.opening_of(line.text.strip())
    return opening in (*PEOPLE, "organisation") and bool(
        re.search(r"\b(?:1[89]|20)\d\d", line.text)
    )


def _closed(line: Line) -> bool:
    return bool(re.search(r"(?:[.\])”\"]|\d|https?://\S+|10\.\S+)\s*$", line.text))


def _continues(before: Line, line: Line) -> bool:
    """Tell whether `line` can only go on with the reference of the line `before` it."""
    text = line.text.strip()
    if not line.blank_before and (
        is_broken_address(before.text.rstrip(), text) or _UNFINISHED.search(before.text[-20:])
    ):
        return True
    if re.match(
        r"(?:PMID|PMCID|PubMed|doi\b|DOI\b|Available|Retrieved|Accessed|\[cited|Epub|https?://(?:dx\.)?doi\.org)",
        text,
    ):
        return not re.match(r"(?:PMID|https?://|doi)", before.text.strip(), re.IGNORECASE)
    if re.match(r"https?://|www\.", text):
        return (
            bool(re.search(r"(?:from|at|on|URL|[:>(,])\s*$", before.text.strip(), re.IGNORECASE))
            or len(before.text) > 40
        )
    if line.blank_before and _closed(before):
        return False
    return text[0].islower() and not _PARTICLE.match(text)


def _inline(text: str, line: Line) -> list[Piece]:
    """Split one line that holds several numbered references."""
    if len(line.text) > 2_000_000:
        return [_piece([line])]
    marks = find_inline_marks(text, line.start, line.end)
    if not marks:
        return [_piece([line])]
    ends = [mark.start for mark in marks[1:]] + [line.end]
    return [_trim(text, mark.text_start, end) for mark, end in zip(marks, ends, strict=True)]


def _run_on(text: str, lines: list[Line]) -> list[Piece]:
    """Split wrapped lines of running text that holds numbered references, one behind the other."""
    whole = Line(text[lines[0].start : lines[-1].end], lines[0].start, lines[-1].end)
    if len(lines) < 2 or len(whole.text) > _LONGEST_RUN:
        return []
    pieces = _inline(text, whole)
    lengths = sorted(piece.end - piece.start for piece in pieces)
    return pieces if len(pieces) > 2 and lengths[0] > _SHORTEST else []


def _trim(text: str, start: int, end: int) -> Piece:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(start, end)


def _unnumbered(lines: list[Line], tagger: pycrfsuite.Tagger | None) -> list[Piece]:
    if not lines:
        return []
    bulleted = [bool(BULLET.match(line.text)) for line in lines]
    if not all(bulleted) and all(
        _STARS.match(line.text) for line, has in zip(lines, bulleted, strict=True) if has
    ):
        lines = _without_stars(lines)
        bulleted = [False] * len(lines)
    if (bulleted[0] and sum(bulleted) > 1) or (len(lines) == 1 and bulleted[0]):
        begins = bulleted
    else:
        chances = boundaries.starts(lines, tagger)
        shaped = by_indent(lines, chances) or by_gap(lines, chances)
        begins = shaped or weigh(lines, chances)
        blanks = sum(line.blank_before > 0 for line in lines[1:])
        for number in range(1, 0 if shaped else len(lines)):
            if _continues(lines[number - 1], lines[number]):
                begins[number] = False
            elif lines[number].blank_before and blanks and _paragraphs(lines):
                begins[number] = True
        begins = set_bare(lines, begins)
    cuts = [number for number, begin in enumerate(begins) if begin or number == 0]
    return [_piece(lines[a:b]) for a, b in zip(cuts, [*cuts[1:], len(lines)], strict=True)]


def _without_stars(lines: list[Line]) -> list[Line]:
    """Take off the stars by which reviews mark some sources ("** Of outstanding interest")."""
    result: list[Line] = []
    for line in lines:
        stars = _STARS.match(line.text)
        lead = stars.end() if stars and line.text[: stars.end()].strip() else 0
        result.append(Line(line.text[lead:], line.start + lead, line.end, line.blank_before))
    return result


def _paragraphs(lines: list[Line]) -> bool:
    """Tell whether blank lines part references rather than every wrapped line."""
    wrapped = sum(not re.search(r"[.?!\])”\"\d/]\s*$", line.text) for line in lines[:-1])
    return wrapped < 0.45 * len(lines) or any(not line.blank_before for line in lines[1:])


def _piece(lines: list[Line]) -> Piece:
    first, last = lines[0], lines[-1]
    bullet = BULLET.match(first.text)
    lead = bullet.end() if bullet and bullet.end() < len(first.text.rstrip()) else first.indent
    return Piece(first.start + lead, last.start + len(last.text.rstrip()))
