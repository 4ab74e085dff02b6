"""From the settled line of a reference to plain text and to HTML."""

from collections.abc import Sequence
from html import escape

from citewell.references.styles.blob import Mark
from citewell.references.styles.punctuation import Run

_QUOTES = {"true": ("“", "”"), "inner": ("‘", "’")}
_TAGS = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("font-variant", "small-caps"): ('<span style="font-variant:small-caps">', "</span>"),
    ("font-style", "normal"): ('<span style="font-style:normal">', "</span>"),
    ("font-weight", "normal"): ('<span style="font-weight:normal">', "</span>"),
    ("font-variant", "normal"): ('<span style="font-variant:normal">', "</span>"),
}


def as_text(runs: Sequence[Run]) -> str:
    """The plain text: no markup, no escaping."""
    pieces = []
    for run in runs:
        if run.mark is None:
            pieces.append(run.text)
        elif run.mark[0] == "quotes":
            pieces.append(_QUOTES[run.mark[1]][run.turn < 0])
    return "".join(pieces)


def as_html(runs: Sequence[Run]) -> str:
    """HTML that is safe whatever the fields hold: all text escaped, only http(s) links."""
    return "".join(
        escape(run.text) if run.mark is None else _tag(run.mark, closes=run.turn < 0)
        for run in runs
    )


def _tag(mark: Mark, *, closes: bool) -> str:
    kind, value = mark
    if kind == "quotes":
        return _QUOTES[value][closes]
    if kind == "link":
        return "</a>" if closes else f'<a href="{escape(value)}">'
    return _TAGS.get(mark, ("", ""))[closes]
