"""Taking page furniture out: each line is named with the reason it went."""

import re

from importing.document import Heading, Image, ListBlock, Paragraph
from importing.readers.markers import split_marker
from importing.readers.phrases import PHRASES
from importing.readers.pieces import Piece, Source, same
from importing.readers.reference_lines import is_references_heading
from importing.readers.teasers import is_teasers_heading
from importing.readers.title_line import is_trail

_COMMENTER = re.compile(
    r"\bsays\b|\bwrote\b|\bago\b|^reply$|\bat \d{1,2}:\d\d|^posted by|\d{1,2}[:.]\d\d ?(am|pm)?$",
    re.I,
)
_LATE = 0.5
_NEAR_THE_TOP = 4
_NEAR_THE_END = 10
# "Contact" is a link in a footer, and the heading of an article's last part.
_PERHAPS_HEADINGS = frozenset({"site footer", "account or call to action"})


def drop_furniture(source: Source) -> list[Piece]:
    """The pieces without menus, notices, share lines and comments."""
    pieces = [piece for piece in source.pieces if piece.lines or isinstance(piece.block, Image)]
    contents = _contents_lines(pieces)
    kept: list[Piece] = []
    comments = False
    for index, piece in enumerate(pieces):
        reason = contents.get(index) or _reason(piece) or _trail(piece, index)
        reason = reason or _ending(pieces, index)
        if reason in _PERHAPS_HEADINGS and _heads_text(pieces, index):
            reason = ""
        if reason == "comments" and _starts_comments(pieces, index):
            comments = True
        if comments and (is_references_heading(piece) or is_teasers_heading(piece)):
            comments = False
        if comments and not reason:
            reason = "comments"
        if reason:
            source.drop(piece, reason)
        else:
            kept.append(piece)
    return kept


def _reason(piece: Piece) -> str:
    if piece.role or not isinstance(piece.block, Paragraph | Heading | ListBlock):
        return ""
    reasons = [PHRASES.furniture(line) for line in piece.lines]
    return reasons[0] if reasons and all(reasons) else ""


def _trail(piece: Piece, index: int) -> str:
    """A path or a bar of links over the article."""
    over = index < _NEAR_THE_TOP and isinstance(piece.block, Paragraph) and not piece.role
    return "page navigation" if over and is_trail(piece.text) else ""


def _ending(pieces: list[Piece], index: int) -> str:
    """A line for the next page or the page's subjects, among the last lines."""
    piece = pieces[index]
    ends = index >= max(len(pieces) - _NEAR_THE_END, len(pieces) * _LATE)
    if piece.role or not ends or not isinstance(piece.block, Paragraph) or len(piece.lines) > 1:
        return ""
    return PHRASES.ending(piece.text)


def _heads_text(pieces: list[Piece], index: int) -> bool:
    """Whether a piece is marked as a heading of the article, with text of its own below."""
    piece, below = pieces[index], pieces[index + 1 : index + 2]
    block = piece.block
    bold = isinstance(block, Paragraph) and all(run.bold for run in block.content)
    if not (bold or isinstance(block, Heading)) or piece.outside or not below:
        return False
    return isinstance(below[0].block, Paragraph) and not (below[0].outside or _reason(below[0]))


def _starts_comments(pieces: list[Piece], index: int) -> bool:
    """Whether all that follows is what readers wrote: late in the page, and looking so."""
    following = pieces[index + 1 :]
    late = index >= len(pieces) * _LATE
    return late and any(_COMMENTER.search(line) for piece in following[:6] for line in piece.lines)


def _contents_lines(pieces: list[Piece]) -> dict[int, str]:
    """Tables of contents: three lines or more in a row that all stand again further down.

    Two, or a list of which most do, where the line above calls them so.
    """
    places: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        if isinstance(piece.block, Heading | Paragraph):
            places[_bare(piece.text)] = index
    found: dict[int, str] = {}
    row: list[int] = []
    for index, piece in enumerate(pieces):
        below = [places.get(_bare(line), -1) > index for line in piece.lines]
        if all(below) and below and isinstance(piece.block, Paragraph):
            row.append(index)
            continue
        if row and (len(row) > 2 or _is_announced(pieces, row[0])):
            found.update(dict.fromkeys(row, "table of contents"))
        row = []
        most = sum(below) * 2 > len(below) if _is_announced(pieces, index) else all(below)
        if most and isinstance(piece.block, ListBlock) and len(piece.lines) > 1:
            found[index] = "table of contents"
    return found


def _is_announced(pieces: list[Piece], index: int) -> bool:
    return bool(index) and PHRASES.furniture(pieces[index - 1].text) == "page navigation"


def _bare(line: str) -> str:
    """A line by its words: without bullet, number, dots and the page it stands on."""
    words = re.sub(r"^\d{1,2}(\.\d{1,2})*\s+", "", split_marker(line.strip()).text)
    return same(re.sub(r"[\s.…·]{2,}\d+$", "", words))
