"""Text of the classic editor: a blank line ends a paragraph, a single one is a line break.

WordPress does this when it shows a post (`wpautop`); the stored text has no tags for it.
"""

import re

_TAG = re.compile(r"(</?[a-zA-Z][^<>]*>)")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
# fmt: off
_BLOCKS = frozenset([
    "table", "thead", "tfoot", "caption", "col", "colgroup", "tbody", "tr", "td", "th", "div",
    "dl", "dd", "dt", "ul", "ol", "li", "pre", "form", "map", "area", "blockquote", "address",
    "style", "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "fieldset", "legend", "section",
    "article", "aside", "hgroup", "header", "footer", "nav", "figure", "figcaption", "details",
    "menu", "summary", "br", "script", "iframe", "center",
])
_VERBATIM = frozenset(["pre", "script", "style", "textarea", "svg"])
# fmt: on


def with_paragraphs(text: str) -> str:
    """The same HTML with its line ends as tags: one is a `br`, two or more part paragraphs."""
    parts = _TAG.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    names = [_name(part) if number % 2 else "" for number, part in enumerate(parts)]
    out: list[str] = []
    verbatim = ""
    for number, part in enumerate(parts):
        if number % 2:
            if verbatim:
                verbatim = "" if part.lower().startswith(f"</{verbatim}") else verbatim
            elif names[number] in _VERBATIM and not part.startswith("</"):
                verbatim = names[number]
            out.append(part)
        elif verbatim or "\n" not in part:
            out.append(part)
        else:
            before = names[number - 1] if number else ""
            after = names[number + 1] if number + 1 < len(names) else ""
            out.append(_broken(part, before in _BLOCKS, after in _BLOCKS))
    return "".join(out)


def _broken(text: str, after_block: bool, before_block: bool) -> str:
    # A space stays: a stray end tag parts words for browsers, not for every parser.
    if after_block:
        text = f" {text.lstrip()}"
    if before_block:
        text = f"{text.rstrip()} "
    first, *lines = text.split("\n")
    out, ends = [first], 0
    for number, line in enumerate(lines, 1):
        ends += 1
        if line.strip() or number == len(lines):
            out.append(f"{'<br>' * min(ends, 2)}{line}")
            ends = 0
    return "".join(out)


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""
