"""Group labelled tokens into segments: one stretch of text with one label."""

import re
from dataclasses import dataclass

from citewell.references.reading.identifiers import Found
from citewell.references.reading.tokens import Token


@dataclass(frozen=True)
class Segment:
    """A stretch of the clean text with its label; `shape` is set where it has a fixed shape."""

    label: str
    start: int
    end: int
    text: str
    shape: Found | None = None


def group(text: str, tokens: list[Token], labels: list[str], shapes: list[Found]) -> list[Segment]:
    """Return the segments of `text`; together they hold all its tokens."""
    by_start = {shape.start: shape for shape in shapes}
    segments: list[Segment] = []
    open_label, start, end = "", 0, 0
    for token, label in zip(tokens, labels, strict=True):
        shape = by_start.get(token.start) if token.kind else None
        if shape or label != open_label:
            if open_label:
                segments.append(Segment(open_label, start, end, text[start:end]))
            open_label, start = ("", 0) if shape else (label, token.start)
        if shape:
            segments.append(Segment(shape.kind, shape.start, shape.end, shape.value, shape))
        end = token.end
    if open_label:
        segments.append(Segment(open_label, start, end, text[start:end]))
    return _join_people(text, segments)


def _join_people(text: str, segments: list[Segment]) -> list[Segment]:
    """Make one segment of people the model cut in two ("Park, J., Fournier, | F. (Eds.).")."""
    joined: list[Segment] = []
    for segment in segments:
        last = joined[-1] if joined else None
        if last and last.label == "author" and segment.label == "editor" and _goes_on(last.text, segment.text):
            joined[-1] = Segment("editor", last.start, segment.end, text[last.start : segment.end])
        else:
            joined.append(segment)
    return joined


def _goes_on(people: str, more: str) -> bool:
    """Tell whether `more` cannot open a list of editors, so that it belongs to `people`."""
    return people.rstrip()[-1:] in ",&" and re.match(r"\W*(?:in|eds?|edited|hrsg)\b", more, re.IGNORECASE) is None
