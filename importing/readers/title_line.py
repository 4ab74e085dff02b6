"""Which of the lines above the first paragraph is the title: over it may stand a site's words.

A kicker ("PATIENT INFORMATION"), a menu or a breadcrumb says nothing of the article's topic;
the title's words come again in the text.
"""

import re
import unicodedata

from importing.document import Image, ListBlock, Paragraph
from importing.readers.phrases import PHRASES
from importing.readers.pieces import Piece
from importing.readers.reference_lines import looks_like_reference
from importing.readers.shapes import (
    heading_shape,
    is_capitals,
    is_sentence,
    word_count,
)

_LONGEST_TITLE_WORDS = 25
_LONGEST_TITLE = 200
_MOST_LINES = 14
_TOPICAL = 0.3
_STEM = 5
# fmt: off
_EMPTY = frozenset([
    "the", "and", "for", "you", "your", "are", "can", "how", "why", "who", "what", "when", "with",
    "that", "this", "from", "does", "about", "der", "die", "das", "und", "les", "des", "los", "las",
    "wie", "was", "our", "its", "not", "all",
])
# fmt: on
_TRAIL = re.compile(r"\s+[>»›|/\\→·•]\s+|\s*[»›→]\s*")
_MOST_WORDS_IN_TRAIL = 5


def title_line(pieces: list[Piece]) -> int | None:
    """The place of the line that is the title, or None where no line can be one."""
    first = _first_line(pieces)
    if first is None:
        return None
    lines = [first]
    for index in range(first + 1, min(len(pieces), first + _MOST_LINES)):
        if pieces[index].outside or not _is_line(pieces[index]):
            break
        lines.append(index)
    below = [p.lines for p in pieces[lines[-1] + 1 :] if not p.outside]
    words = (line for text in below for line in text if not looks_like_reference(line))
    known = _stems(" ".join(words))
    shares = {index: _share(pieces[index].text, known) for index in lines}
    plausible = [index for index in lines if not is_site_line(pieces[index].text)]
    if not plausible:
        return first
    best = plausible[0]
    if not shares[best] and is_capitals(pieces[best].text):
        topical = (i for i in plausible if shares[i] >= _TOPICAL and not _is_section(pieces, i))
        best = next(topical, best)
    later = plausible[plausible.index(best) + 1 :]
    if later and _is_kicker(pieces, best, later[0], shares):
        return later[0]
    return best


def is_site_line(text: str) -> bool:
    """Whether a line over a title is the site's: its name for a rubric, a menu word, a path."""
    return is_trail(text) or PHRASES.is_kicker(text)


def is_trail(text: str) -> bool:
    """Whether a line is a path or a bar of links: "Home > Conditions > Gout"."""
    parts = [part for part in _TRAIL.split(text.strip()) if part]
    return len(parts) > 2 and all(word_count(part) <= _MOST_WORDS_IN_TRAIL for part in parts)


def _is_kicker(pieces: list[Piece], first: int, second: int, shares: dict[int, float]) -> bool:
    """Whether a line in capitals stands over one in small letters that says the topic better."""
    if not is_capitals(pieces[first].text) or any(is_capitals(p.text) for p in pieces[second:]):
        return False
    return shares[first] < _TOPICAL <= shares[second]


def _is_section(pieces: list[Piece], index: int) -> bool:
    """Whether a line is a question among others: the first heading below a title."""
    questions = sum(heading_shape(p.text) == "question" for p in pieces[index:])
    return heading_shape(pieces[index].text) == "question" and questions > 1


def _first_line(pieces: list[Piece]) -> int | None:
    """The first piece, where it is a line that can be a title."""
    for index, piece in enumerate(pieces):
        if piece.outside or isinstance(piece.block, Image):
            continue
        if not isinstance(piece.block, Paragraph):
            if isinstance(piece.block, ListBlock) and _is_menu(piece):
                continue
            return None
        text = piece.text
        if not _fits(text):
            return None
        if heading_shape(text) or not is_sentence(text) or text.endswith(("?", "؟", "？")):
            return index
        follows = pieces[index + 1].text if index + 1 < len(pieces) else ""
        alone = word_count(text) <= 14 and word_count(follows) > 2 * word_count(text)
        return index if alone and not text.endswith((":", "،", ",", ";")) else None
    return None


def _is_menu(piece: Piece) -> bool:
    return all(PHRASES.is_kicker(line) or PHRASES.furniture(line) for line in piece.lines)


def _fits(text: str) -> bool:
    short = len(text) <= _LONGEST_TITLE and word_count(text) <= _LONGEST_TITLE_WORDS
    return short and "\n" not in text


def _is_line(piece: Piece) -> bool:
    """Whether a piece may stand among the lines over the first paragraph."""
    if not isinstance(piece.block, Paragraph) or piece.role or not _fits(piece.text):
        return False
    text = piece.text
    return bool(heading_shape(text)) or (not is_sentence(text) and word_count(text) <= 14)


def _share(text: str, known: set[str]) -> float:
    stems = _stems(text)
    return len(stems & known) / len(stems) if stems else 0.0


def _stems(text: str) -> set[str]:
    """The beginnings of a text's words, empty ones left out; of Han and kana, pairs of signs."""
    found: set[str] = set()
    for word in re.findall(r"[^\W\d_]+", text.casefold()):
        if unicodedata.east_asian_width(word[0]) in "WF":
            found.update(word[i : i + 2] for i in range(len(word) - 1))
        elif len(word) > 2 and word not in _EMPTY:
            found.add(word[:_STEM])
    return found
