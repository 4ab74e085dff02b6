"""Mend segments whose bounds the text itself shows: quotes, “Preprint at”, abbreviated journals."""

import re

from citewell.references.reading.segments import Segment, cut, joined

Segments = list[Segment]
_OPENING = re.compile(r"[“\"«](?=\S)")
_CLOSED = re.compile(r"[“\"«][^”\"»]+[”\"»][,.]?\s+(?=\w)")
_PARTICLES = frozenset(
    "and et al van von de der den di da del della dos das do du la le el ten ter te".split()  # noqa: SIM905
)
_PREPRINT = re.compile(r"\bPreprint at\s+(?=[^\W\d_]\w+\W*$)")
_UPDATED = re.compile(r"[\s.,;(]+(?:(?:Last|Page last)\s)?(?:[Uu]pdated|[Rr]eviewed)\W*$")
_ABBREVIATED = re.compile(
    r"(?:(?<=[.?!]\s)|^)(?:(?:[A-Z][\w&-]{0,9}\.\s+)*[A-Z][\w-]{0,9}\.|(?:[A-Z][\w&-]{0,9}\.\s+)+[A-Z][\w-]{0,9})\s*$"
)


def names_before_quote(segments: Segments) -> Segments:
    """Give names to the authors: "Olga A. | Lloyd and K. Ito, “Title,”" has two."""
    result: Segments = []
    for segment in segments:
        last = result[-1] if result else None
        quote = _OPENING.search(segment.text) if segment.label == "title" else None
        if quote and quote.start() and last and last.label == "author":
            names = segment.text[: quote.start()]
            if names.rstrip().endswith((",", ".")) and _are_names(names):
                head, tail = cut(segment, quote.start(), "author", "title")
                result[-1] = joined(last, head, "author")
                result.append(tail)
                continue
        result.append(segment)
    return result


def _are_names(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    return all(word[0].isupper() or word.lower() in _PARTICLES for word in words)


def source_behind_quote(segments: Segments) -> Segments:
    """Cut "“A title.” The name of a book" where nothing else is named as the source."""
    labels = [segment.label for segment in segments]
    if "title" not in labels:
        return segments
    number = labels.index("title")
    match = _CLOSED.match(segments[number].text)
    if not match or not segments[number].text[match.end() : match.end() + 1].isupper():
        return segments
    head, tail = cut(segments[number], match.end(), "title", "container")
    following = segments[number + 1] if number + 1 < len(segments) else None
    if following and following.label == "container":
        return [
            *segments[:number],
            head,
            joined(tail, following, "container"),
            *segments[number + 2 :],
        ]
    if "container" in labels:
        return segments
    return [*segments[:number], head, tail, *segments[number + 1 :]]


def preprint_server(segments: Segments) -> Segments:
    """Make the name behind "Preprint at" the publisher."""
    result: Segments = []
    for segment in segments:
        named = segment.label in ("title", "container", "edition", "genre", "note")
        match = _PREPRINT.search(segment.text) if named else None
        if not match:
            result.append(segment)
            continue
        head, server = cut(segment, match.end(), segment.label, "publisher")
        if match.start():
            head, lead = cut(head, match.start(), segment.label, "lead")
            if result and (result[-1].label, head.label) == ("title", "container"):
                head = joined(result.pop(), head, "title")
            result += [head, lead, server]
        else:
            result += [Segment("lead", head.start, head.end, head.text), server]
    return result


def word_before_date(segments: Segments) -> Segments:
    """Cut "Updated" off the publisher's end, where it introduces a date."""
    result: Segments = []
    for segment in segments:
        names_one = segment.label in ("publisher", "container")
        match = _UPDATED.search(segment.text) if names_one else None
        if match and match.start():
            result += cut(segment, match.start(), segment.label, "lead")
        else:
            result.append(segment)
    return result


def abbreviated_journal(segments: Segments) -> Segments:
    """Give its first words back to a journal cut short: "J. Phys. Chem. | B"."""
    result: Segments = []
    for segment in segments:
        last = result[-1] if result else None
        if last and last.label == "title" and segment.label == "container":
            match = _ABBREVIATED.search(last.text) if len(segment.text.strip(" .,")) < 3 else None
            if match and match.start():
                head, tail = cut(last, match.start(), "title", "container")
                result[-1:] = [head, joined(tail, segment, "container")]
                continue
        result.append(segment)
    return result
