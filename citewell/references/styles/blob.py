"""The tree a reference is built as, before it becomes text or HTML.

A leaf holds text, a branch holds blobs; either has a prefix, a suffix, marks (italics,
quotes, …) and, if a branch, the delimiter between its parts. The signs between
the pieces are settled when the tree is laid out in a line (`punctuation`).
"""

from dataclasses import dataclass, field

Mark = tuple[str, str]


@dataclass(slots=True)
class Blob:
    """A piece of a reference."""

    content: "str | list[Blob]" = field(default_factory=list)
    prefix: str = ""
    suffix: str = ""
    delimiter: str = ""
    marks: list[Mark] = field(default_factory=list)
    link: str = ""

    @property
    def text(self) -> str | None:
        """The text of a leaf, None for a branch."""
        return self.content if isinstance(self.content, str) else None

    @property
    def parts(self) -> "list[Blob]":
        """The parts of a branch; none for a leaf."""
        return [] if isinstance(self.content, str) else self.content

    def add(self, blob: "Blob | None") -> None:
        """Put a blob behind the parts of this branch."""
        if blob is not None and isinstance(self.content, list):
            self.content.append(blob)

    def has_mark(self, *kinds: str) -> bool:
        """Whether one of these kinds of mark stands on the blob itself."""
        return any(kind in kinds for kind, _ in self.marks)

    def prune(self) -> "Blob":
        """Take out what holds nothing, at every depth."""
        if isinstance(self.content, list):
            for part in self.content:
                part.prune()
            self.content = [part for part in self.content if part.content]
        return self
