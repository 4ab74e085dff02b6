"""What an editor corrects in a document before it becomes a draft. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from importing.document import Block, Document, Heading, Paragraph, Run


@dataclass(frozen=True, slots=True)
class HeadingCorrection:
    """The text and level a heading shall have; level 0 makes a paragraph of it."""

    text: str
    level: int


def headings_of(document: Document) -> list[Heading]:
    """The headings of a document, in order."""
    return [block for block in document.blocks if isinstance(block, Heading)]


def corrected(
    document: Document, title: str, lead: str, headings: Sequence[HeadingCorrection]
) -> Document:
    """The document as corrected; `headings` has one entry for each of its headings.

    Text that was left as it is keeps its marks and links. Raises `ValueError` where the
    numbers of headings differ.
    """
    given = iter(headings)
    if len(headings) != len(headings_of(document)):
        raise ValueError("The corrections are of another document.")
    blocks = tuple(
        _corrected(block, next(given)) if isinstance(block, Heading) else block
        for block in document.blocks
    )
    return replace(document, title=title, lead=lead, blocks=blocks)


def _corrected(heading: Heading, correction: HeadingCorrection) -> Block:
    changed = correction.text != heading.text
    content = (Run(correction.text),) if changed else heading.content
    return Heading(correction.level, content) if correction.level else Paragraph(content)
