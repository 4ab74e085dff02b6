"""An article as a tree: what every reader gives and what becomes a draft.

Pure values, no framework. Text is kept as runs with a few marks, and HTML is always made
from the runs, never taken over from a source.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

_SPACES = re.compile(r"[^\S\n]+")
# Characters nobody sees: a soft hyphen, spaces and joins without width.
_HIDDEN = re.compile("[\u00ad\u180e\u200b\u2060\ufeff]")
# Those and marks of direction, where they stand at the ends of a text.
_AT_START = re.compile("^[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_AT_END = re.compile(f"{_AT_START.pattern[1:]}$")
_AROUND_BREAK = re.compile(r" ?\n ?")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks; a line break is a newline in `text`."""

    text: str
    bold: bool = False
    italic: bool = False
    subscript: bool = False
    superscript: bool = False
    link: str = ""


Inline = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the article; level 2 stands right below the title."""

    level: int
    content: Inline

    @property
    def text(self) -> str:
        return plain(self.content)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; it may hold line breaks."""

    content: Inline

    @property
    def text(self) -> str:
        return plain(self.content)


@dataclass(frozen=True, slots=True)
class Item:
    """One list item. `marker` is what stood before it where that was text ("3.")."""

    content: Inline
    children: tuple["ListBlock", ...] = ()
    marker: str = ""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; nesting is in the items."""

    ordered: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation of one or more paragraphs."""

    paragraphs: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length; the flags say whether the first row or column are headers."""

    rows: tuple[tuple[Inline, ...], ...]
    header_row: bool = False
    header_column: bool = False
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """An image by its address, or with its bytes where the file carried them."""

    src: str = ""
    alt: str = ""
    caption: str = ""
    data: bytes = b""
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class Teaser:
    """A card that points to another page; any part may be empty, never all."""

    title: str = ""
    text: str = ""
    url: str = ""
    image: Image | None = None


Block = Heading | Paragraph | ListBlock | Quote | Table | Image | Teaser


@dataclass(frozen=True, slots=True)
class Reference:
    """A line of the reference list as it stood in the source, and where its links went."""

    text: str
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note; `mark` is what the text shows ("1")."""

    mark: str
    content: Inline


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that did not become part of the article, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """What was understood of an article. Every visible line is in one of the fields."""

    title: str
    lead: str
    blocks: tuple[Block, ...] = ()
    references: tuple[Reference, ...] = ()
    teasers: tuple[Teaser, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()
    references_heading: str = ""
    teasers_heading: str = ""


class Refused(Exception):
    """The file cannot be read as an article; the message is one sentence for the editor."""


def plain(content: Inline) -> str:
    """The text alone, marks and links left away."""
    return "".join(run.text for run in content)


def without_hidden(text: str) -> str:
    """The text without the characters nobody sees; marks of direction inside it stay."""
    return _HIDDEN.sub("", text)


def without_marks_at_ends(text: str) -> str:
    """The text without hidden characters and marks of direction at its ends."""
    words = _AT_END.sub("", text.rstrip())
    indent = len(words) - len(words.lstrip())
    return words[:indent] + _AT_START.sub("", words[indent:])


def tidy(runs: Iterable[Run]) -> Inline:
    """Join equal neighbours, collapse white space, leave hidden characters away, trim both ends."""
    out: list[Run] = []
    for marks, group in groupby((run for run in runs if run.text), key=_marks):
        text = without_hidden("".join(run.text for run in group))
        text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", text))
        if not text:
            continue
        before = out[-1].text[-1] if out else "\n"
        if text[0] == " " and before in " \n":
            text = text[1:]
        if text[:1] == "\n" and before == " ":
            last = out.pop()
            if kept := last.text[:-1]:
                out.append(Run(kept, *_marks(last)))
        if text:
            out.append(Run(text, *marks))
    while out and not _ends_at(out[-1].text):
        out.pop()
    while out and not _starts_at(out[0].text):
        out.pop(0)
    if out:
        out[-1] = Run(_ends_at(out[-1].text), *_marks(out[-1]))
        out[0] = Run(_starts_at(out[0].text), *_marks(out[0]))
    return tuple(out)


def _starts_at(text: str) -> str:
    return _AT_START.sub("", text.lstrip()).lstrip()


def _ends_at(text: str) -> str:
    return _AT_END.sub("", text.rstrip()).rstrip()


def _marks(run: Run) -> tuple[bool, bool, bool, bool, str]:
    return run.bold, run.italic, run.subscript, run.superscript, run.link


def to_html(content: Inline) -> str:
    """Safe HTML: only b, i, sub, sup, br and links whose address `safe_link` accepted."""
    parts = []
    for run in content:
        html = escape(run.text, quote=False).replace("\n", "<br/>")
        for tag, on in (
            ("sub", run.subscript),
            ("sup", run.superscript),
            ("i", run.italic),
            ("b", run.bold),
        ):
            if on:
                html = f"<{tag}>{html}</{tag}>"
        if run.link:
            html = f'<a href="{escape(run.link)}">{html}</a>'
        parts.append(html)
    return "".join(parts)


def list_html(block: ListBlock) -> str:
    """A list with those inside its items, its text as `to_html` writes it."""
    tag = "ol" if block.ordered else "ul"
    items = "".join(
        f"<li>{to_html(item.content)}{''.join(map(list_html, item.children))}</li>"
        for item in block.items
    )
    return f"<{tag}>{items}</{tag}>"


def split_lines(content: Inline) -> list[Inline]:
    """The lines of a text that holds line breaks, each tidied, empty ones left away."""
    if not any("\n" in run.text for run in content):
        return [line] if (line := tidy(content)) else []
    lines: list[list[Run]] = [[]]
    for run in content:
        first, *rest = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines.extend([replace(run, text=text)] for text in rest)
    return [line for line in map(tidy, lines) if line]


def join_lines(lines: Iterable[Inline]) -> Inline:
    """The reverse of `split_lines`."""
    joined: list[Run] = []
    for line in lines:
        if joined:
            joined.append(Run("\n"))
        joined.extend(line)
    return tidy(joined)


def links(content: Inline) -> tuple[str, ...]:
    """The addresses a text points to, each once, in order."""
    return tuple(dict.fromkeys(run.link for run in content if run.link))


def _items(block: ListBlock) -> Iterator[Inline]:
    for item in block.items:
        yield from split_lines((Run(f"{item.marker} "), *item.content))
        for child in item.children:
            yield from _items(child)


def block_lines(block: Block) -> list[Inline]:
    """Every line a reader sees in a block, in order."""
    match block:
        case Heading() | Paragraph():
            return split_lines(block.content)
        case ListBlock():
            return list(_items(block))
        case Quote():
            return [line for part in block.paragraphs for line in split_lines(part)]
        case Table():
            texts = [(Run(block.caption),), *(cell for row in block.rows for cell in row)]
            return [line for text in texts for line in split_lines(text)]
        case Image():
            return [line for line in map(_line, (block.alt, block.caption)) if line]
        case Teaser():
            image = block_lines(block.image) if block.image else []
            return image + [line for line in map(_line, (block.title, block.text)) if line]


def _line(text: str) -> Inline:
    return tidy((Run(text),))
