"""What a format's reader hands on: blocks in order, not yet an article.

A reader says what stood in the file; `arrange` says what it means.
"""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from importing.document import Block, Dropped, Footnote, Inline, block_lines, plain, tidy


@dataclass(frozen=True)
class Piece:
    """A block, and what its place in the file says of it.

    `role` is "title", "headline" (by its class, a weaker sign) or "lead" where the file marks it
    so. `outside` is the reason to leave the piece away, unless it turns out to be a reference or
    a teaser ("page footer").
    """

    block: Block
    role: str = ""
    outside: str = ""

    @cached_property
    def lines(self) -> list[str]:
        return [plain(line) for line in block_lines(self.block)]

    @cached_property
    def text(self) -> str:
        return "\n".join(self.lines)


def same(text: str) -> str:
    """A text by its letters and digits alone, to compare titles."""
    return "".join(character for character in text.casefold() if character.isalnum())


_PERMALINK = re.compile(r"\s*[¶§#🔗⚓↑⤴]+\ufe0f?\s*$|^\s*[¶§🔗⚓↑]+\s*|^\s*#\s*(?=[^\d\s])")


def without_permalink(content: Inline) -> Inline:
    """The words of a heading without the sign that links to it ("Causes ¶")."""
    text = plain(content)
    start, end = 0, len(text)
    for found in _PERMALINK.finditer(text):
        start, end = (found.end(), end) if not found.start() else (start, found.start())
    if start >= end or (start, end) == (0, len(text)):
        return content
    runs, place = [], 0
    for run in content:
        inside = run.text[max(0, start - place) : max(0, end - place)]
        runs.append(replace(run, text=inside))
        place += len(run.text)
    return tidy(runs)


@dataclass(slots=True)
class Source:
    """All a reader found.

    `page_title` is the weaker title (<title>, document properties), `summary` what the file says
    of itself (a meta description), used where the text has no lead. `names_itself` says that the
    author wrote the title there (front matter). `as_pasted` has the lines with odd spaces as they
    stood, by the same line with single spaces.
    """

    pieces: list[Piece] = field(default_factory=list)
    page_title: str = ""
    summary: str = ""
    names_itself: bool = False
    footnotes: list[Footnote] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    as_pasted: dict[str, str] = field(default_factory=dict)

    def drop(self, piece: Piece, reason: str) -> None:
        """List each line of a piece under `dropped`."""
        self.dropped += [Dropped(line, reason) for line in piece.lines]
