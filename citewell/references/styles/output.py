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
    ("font-variant", "small-caps"): ('<span class="small-caps">', "</span>"),
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
    """HTML that is safe whatever the fields hold: all text escaped, only http(s) links.

    Italics inside italics stand upright, and so with every mark (CSL 1.0.2, “flip-flopping”).
    """
    pieces: list[str] = []
    written: list[Mark] = []
    marks: list[Mark] = []
    for run in runs:
        if run.mark is None:
            wanted = _in_effect(marks)
            pieces += [*_turn(written, wanted), escape(run.text)]
            written = wanted
        elif run.mark[0] == "quotes":
            wanted = _in_effect(marks)
            pieces += [*_turn(written, wanted), _QUOTES[run.mark[1]][run.turn < 0]]
            written = wanted
        elif run.turn > 0:
            marks.append(run.mark)
        else:
            marks.reverse()
            marks.remove(run.mark)
            marks.reverse()
    return "".join([*pieces, *_turn(written, [])])


def _in_effect(marks: Sequence[Mark]) -> list[Mark]:
    """The marks that show, in their order: what stands twice is undone."""
    shown: list[Mark] = []
    for kind, value in marks:
        if (kind, value) in shown:
            shown.remove((kind, value))
        elif value == "normal":
            shown = [one for one in shown if one[0] != kind]
        elif kind == "link" or (kind, value) in _TAGS:
            shown.append((kind, value))
    return shown


def _turn(written: Sequence[Mark], wanted: Sequence[Mark]) -> list[str]:
    """The tags that close what is no longer wanted and open what is, well nested."""
    same = 0
    while same < min(len(written), len(wanted)) and written[same] == wanted[same]:
        same += 1
    closing = [_tags(mark)[1] for mark in reversed(written[same:])]
    return closing + [_tags(mark)[0] for mark in wanted[same:]]


def _tags(mark: Mark) -> tuple[str, str]:
    kind, value = mark
    return (f'<a href="{escape(value)}">', "</a>") if kind == "link" else _TAGS[mark]
