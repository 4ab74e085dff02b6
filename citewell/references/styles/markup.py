"""Markup and quotation marks inside a field.

CSL-JSON allows ``<i>``, ``<b>``, ``<sup>``, ``<sub>``, ``<sc>`` and two kinds of span in its texts
(CSL 1.0.2, “Rich Text Formatting within Fields”). Quotation marks are paired too and become the
outer or inner marks of the locale, by turns where they stand in one another. The text is cut into
signs and the words between them; two signs that belong together make a branch of the tree, any
other sign is text: a straight single one an apostrophe. Other tags are text as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from citewell.references.styles.blob import Blob, Mark

#: A mark without a look: its text keeps the capitals it is written with.
AS_WRITTEN: Mark = ("text-case", "none")
#: The same for the first word alone.
FIRST_AS_WRITTEN: Mark = ("text-case", "none-first")
_TAGS: dict[str, Mark] = {
    "i": ("font-style", "italic"),
    "b": ("font-weight", "bold"),
    "sup": ("vertical-align", "sup"),
    "sub": ("vertical-align", "sub"),
    "sc": ("font-variant", "small-caps"),
}
_SIGN = re.compile(
    r"</?(?P<tag>i|b|sup|sub|sc)>|</(?P<span>span)>"
    r"|<span\s+class=\"(?P<kept>nocase|nodecor)\"[^<>]*>"
    r"|<span\s+style=\"font-variant:\s*(?P<small>small-caps);?\"[^<>]*>"
    r"|(?P<quote>[\"'“”‘’])"
)
_CLOSED_BY = {'"': '"', "'": "'", "“": "”", "‘": "’"}
#: Behind what a straight quotation mark opens, and before what a single one may close.
_BEFORE_OPENING = re.compile(r"[\s(]$")
_BEHIND_CLOSING = re.compile(r"[ ,.?:;]")
_IN_WORD = re.compile(r"[\w-]’[\w-]")

Role = Literal["text", "opens", "closes"]


@dataclass(slots=True)
class _Piece:
    """Words, or a sign: how it pairs, and the mark it would give."""

    text: str
    role: Role = "text"
    #: What the partner of a sign is called: the name of a tag, the closing quotation mark.
    pair: str = ""
    mark: Mark | None = None
    #: Whether the sign has found its partner.
    paired: bool = False
    #: Whether the first word behind an opening sign keeps its capitals.
    keeps_first: bool = False

    @property
    def is_quote(self) -> bool:
        return self.mark is not None and self.mark[0] == "quotes"


def read_markup(text: str) -> list[Blob]:
    """The parts of a text: leaves with words, branches with a mark."""
    pieces = list(_cut(text))
    _pair(pieces)
    return _Nesting().nest(pieces)


def has_sign(text: str) -> bool:
    """Whether a text has any sign, a partner or none."""
    return bool(_SIGN.search(text))


def _cut(text: str) -> Iterator[_Piece]:
    end = 0
    follows_opening = True
    for sign in _SIGN.finditer(text):
        if sign.start() > end:
            yield _Piece(text[end : sign.start()])
            follows_opening = bool(_BEFORE_OPENING.search(text[: sign.start()]))
        piece = _quote(sign, follows_opening) if sign["quote"] else _tag(sign)
        yield piece
        # Where nothing stands between, a quotation mark does as the sign before it.
        follows_opening = piece.role == "opens"
        end = sign.end()
    if end < len(text):
        yield _Piece(text[end:])


def _tag(sign: re.Match[str]) -> _Piece:
    name = sign["tag"] or "span"
    if sign[0].startswith("</"):
        return _Piece(sign[0], "closes", name)
    mark = AS_WRITTEN if sign["kept"] else _TAGS["sc" if sign["small"] else name]
    return _Piece(sign[0], "opens", name, mark)


def _quote(sign: re.Match[str], may_open: bool) -> _Piece:
    """What a quotation mark is by its neighbours."""
    mark, behind = sign[0], sign.string[sign.end() : sign.end() + 1]
    before = sign.string[sign.start() - 1 : sign.start()]
    if mark in "“‘":
        return _Piece(mark, "opens", _CLOSED_BY[mark], ("quotes", mark))
    if mark in "”’":
        apostrophe = _IN_WORD.fullmatch(before + mark + behind)
        return _Piece(mark, "text" if apostrophe else "closes", mark)
    # A straight single mark that pairs with none is an apostrophe, but not behind a bracket.
    shown = "’" if mark == "'" and before != "(" else mark
    if may_open:
        opens = mark == '"' or not behind.isspace()
        # Only a mark behind a space is surely no sign of another kind.
        keeps_first = mark == '"' and not before.isspace()
        role: Role = "opens" if opens else "text"
        return _Piece(shown, role, mark, ("quotes", mark), keeps_first=keeps_first)
    follows_sign = behind and _SIGN.match(sign.string, sign.end())
    in_word = mark == "'" and behind and not follows_sign and not _BEHIND_CLOSING.match(behind)
    keeps_first = mark == "'" and behind.isspace()
    return _Piece(shown, "text" if in_word else "closes", mark, keeps_first=keeps_first)


def _pair(pieces: list[_Piece]) -> None:
    """Find the partner of each sign; what has none becomes text."""
    waiting: list[_Piece] = []
    for piece in pieces:
        if piece.role == "opens":
            waiting.append(piece)
        elif piece.role == "closes":
            places = [place for place, opener in enumerate(waiting) if opener.pair == piece.pair]
            # A single mark may be an apostrophe: it closes nothing but what opened last.
            if not places or (piece.pair == "'" and places[-1] != len(waiting) - 1):
                continue
            opener = waiting[places[-1]]
            opener.paired = piece.paired = True
            opener.keeps_first |= piece.keeps_first
            del waiting[places[-1] :]
            if opener.is_quote:
                for around in waiting:
                    around.keeps_first |= around.is_quote


class _Nesting:
    """The tree as it grows: the branches that are open, the outermost first."""

    def __init__(self) -> None:
        self.open = [Blob()]
        self.straight = ""

    def nest(self, pieces: list[_Piece]) -> list[Blob]:
        words = ""
        for piece in pieces:
            if not piece.paired:
                words += piece.text
                continue
            self._put(words)
            words = ""
            if piece.mark:
                branch = Blob(marks=[self._level(piece.mark)])
                branch.marks += [FIRST_AS_WRITTEN] if piece.keeps_first else []
                self.open[-1].add(branch)
                self.open.append(branch)
            else:
                self.open.pop()
        self._put(words)
        return self.open[0].parts

    def _put(self, words: str) -> None:
        if words:
            self.open[-1].add(Blob(words))

    def _level(self, mark: Mark) -> Mark:
        """The mark, quotation marks told as outer (“true”) or inner ones."""
        kind, sign = mark
        if kind != "quotes":
            return mark
        if sign in _CLOSED_BY and sign in "\"'":
            # Whichever straight mark comes first is the outer one.
            self.straight = self.straight or sign
            level = "true" if sign == self.straight else "inner"
        else:
            level = "true" if sign == "“" else "inner"
        around = [value for blob in self.open for kind, value in blob.marks if kind == "quotes"]
        if around:
            level = "inner" if around[-1] == "true" else "true"
        return ("quotes", level)
