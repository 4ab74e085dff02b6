"""Group labelled tokens into segments: one stretch of text with one label."""

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
    return segments


def cut(segment: Segment, at: int, first: str, second: str) -> list[Segment]:
    """Cut a segment at an offset of its text into two with new labels."""
    head, tail = segment.text[:at].rstrip(), segment.text[at:]
    return [
        Segment(first, segment.start, segment.start + len(head), head),
        Segment(second, segment.start + at, segment.end, tail),
    ]


def joined(first: Segment, second: Segment, label: str) -> Segment:
    """Return two neighbouring segments as one."""
    gap = " " * (second.start - first.end)
    return Segment(label, first.start, second.end, first.text + gap + second.text)
