"""Markdown to pieces: markdown-it-py makes HTML of it, the HTML reader does the rest."""

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from importing.document import Dropped, Refused
from importing.readers.front_matter import read_front_matter
from importing.readers.html import read_html
from importing.readers.pieces import Source
from importing.readers.shapes import heading_shape

_STRONG_LINE = re.compile(r"(\*\*|__)(?=\S)[^*_]+\1:?\s*$")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_MARKUP = frozenset(" \t>|#-*+<")
_MOST_NESTING = 100
# The parser looks at the rest of a paragraph from each of them; a book has some hundreds.
_MOST_BRACKETS = 5_000


def read_markdown(text: str) -> Source:
    """Read CommonMark with tables, strikethrough and footnotes; front matter gives the title."""
    if re.search(rf"^(?:[ \t]*(?:>|[-*+]\s|\d+[.)]\s)){{{_MOST_NESTING},}}", text, re.M):
        raise Refused("The text nests its quotes or lists too deeply to be an article.")
    if text.count("[") > _MOST_BRACKETS:
        raise Refused("The text holds more square brackets than an article can have.")
    front = read_front_matter(text)
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _MOST_NESTING})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin)
    # The HTML reader refuses unsafe addresses and names them.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    try:
        html = parser.render(_with_blank_lines(front.text))
    except RecursionError:
        raise Refused("The text nests too deeply to be an article.") from None
    source = read_html(f"<body>{html}</body>")
    if front.title:
        source.page_title, source.names_itself = front.title, True
    source.summary = front.summary
    source.dropped += [Dropped(line, "front matter") for line in front.lines]
    return source


def _with_blank_lines(text: str) -> str:
    """A line in bold or capitals that heads the line below it gets a blank line after it."""
    out: list[str] = []
    lines = text.split("\n")
    fenced = False
    for index, line in enumerate(lines):
        fenced ^= bool(_FENCE.match(line))
        out.append(line)
        below = lines[index + 1] if index + 1 < len(lines) else ""
        if fenced or not below.strip() or re.match(r"\s*(=+|-+)\s*$", below):
            continue
        if _STRONG_LINE.match(line) or (line[:1] not in _MARKUP and _heads(line, below)):
            out.append("")
    return "\n".join(out)


def _heads(line: str, below: str) -> bool:
    """Whether a line heads the one below by its shape, where Markdown sees one paragraph."""
    shape = heading_shape(line)
    if shape == "capitals":
        return True
    return shape in ("question", "numbered") and len(below) > 2 * len(line)
