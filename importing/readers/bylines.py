"""Who wrote an article, when: lines of names, with a word before them or alone under a title."""

import re

from importing.document import Heading, Paragraph
from importing.readers.phrases import BYLINE, PHRASES
from importing.readers.pieces import Piece, Source
from importing.readers.reference_lines import looks_like_reference
from importing.readers.shapes import heading_shape, is_sentence, word_count

BELOW_TITLE = "a line between the title and the lead"
_BY = re.compile(r"^(?:by|from|von|par|por|di|da|de|door|av|af|przez|od)\s+", re.I)
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s+(?:and|und|et|y|e|en|och|og|i|и|και|&|\+)\s+")
# fmt: off
_PARTICLES = frozenset([
    "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "van", "von", "der", "den",
    "ter", "ten", "zu", "al", "el", "bin", "ibn", "ben",
])
# fmt: on
_NAME = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?")
_MOST_WORDS_OF_NAME = 5
_MOST_LINES = 5
_LONGEST = 120


def drop_bylines(pieces: list[Piece], source: Source) -> list[Piece]:
    """The pieces without the lines right below the title that name authors, roles and dates.

    A name alone is told from a heading by words that stand nowhere else in the text, and by
    headings that are written otherwise.
    """
    kept: list[Piece] = []
    named = False
    for index, piece in enumerate(pieces):
        if piece.role == "lead" and not named:
            kept.append(piece)
            continue
        if index == _MOST_LINES or not _is_line(piece):
            return kept + pieces[index:]
        below = pieces[index + 1 :]
        if PHRASES.is_byline(piece.text) or (
            _is_names(piece.text) and _stands_nowhere_else(piece.text, below)
        ):
            named = True
            source.drop(piece, BYLINE)
        elif named and PHRASES.is_role(piece.text):
            source.drop(piece, BYLINE)
        elif PHRASES.is_subtitle(piece.text) and _opens_text(below):
            source.drop(piece, BELOW_TITLE)
        else:
            kept.append(piece)
            if not _is_line(piece) or is_sentence(piece.text):
                return kept + below
    return kept


def _is_line(piece: Piece) -> bool:
    line = isinstance(piece.block, Paragraph) and not piece.role and len(piece.lines) == 1
    return line and len(piece.text) <= _LONGEST


def _is_names(text: str) -> bool:
    """One or more names of two words or more, and what they are ("Ann Example, nurse")."""
    text = _BY.sub("", text.strip(" ."))
    parts = [part for part in _BETWEEN.split(text) if part]
    if not parts or not _is_name(parts[0]):
        return False
    return all(_is_name(part) or PHRASES.is_role(part) for part in parts[1:])


def _is_name(text: str) -> bool:
    words = re.sub(r"[\d*†‡]+$", "", text).split()
    big = [word for word in words if word not in _PARTICLES]
    if not 2 <= len(big) <= _MOST_WORDS_OF_NAME or len(words) > _MOST_WORDS_OF_NAME:
        return False
    if words[0].isupper() and len(words[0]) > 2 and text.isupper():
        return False
    return all(word[0].isupper() and _NAME.fullmatch(word) for word in big)


def _stands_nowhere_else(text: str, below: list[Piece]) -> bool:
    """Whether no word of a line comes again, and no heading below is written like it."""
    first = _BETWEEN.split(_BY.sub("", text))[0]
    words = {word.casefold().strip(".") for word in first.split() if len(word) > 2}
    for piece in below:
        line = piece.text
        if looks_like_reference(line.split("\n")[0]):
            continue
        if _is_heading(piece) and _is_name(line):
            return False
        if not words.isdisjoint(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", line.casefold())):
            return False
    return _opens_text(below)


def _opens_text(below: list[Piece]) -> bool:
    return any(is_sentence(piece.text) or word_count(piece.text) > 12 for piece in below[:4])


def _is_heading(piece: Piece) -> bool:
    if isinstance(piece.block, Heading):
        return True
    return isinstance(piece.block, Paragraph) and bool(heading_shape(piece.text))
