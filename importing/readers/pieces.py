"""What a format's reader hands on: blocks in order, not yet an article.

A reader says what stood in the file; `arrange` says what it means.
"""

from dataclasses import dataclass, field
from functools import cached_property

from importing.document import Block, Dropped, Footnote, block_lines, plain


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
