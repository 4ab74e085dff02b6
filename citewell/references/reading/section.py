"""Find the list of references inside a whole article, with or without a heading above it."""

import re

from citewell.references.reading import boundaries
from citewell.references.reading.lines import Line, is_heading, read_lines

_NUMBERS = re.compile(r"\b(?:19|20)\d\d[a-z]?\b|\bn\.d\.", re.IGNORECASE)
_SOURCE = re.compile(
    r"\d\s?\(\s?[\w\s-]{1,12}\)\s?[:,]|[;:,]\s?[A-Za-z]?\d+[-–]\w?\d+|\b10\.\d{4,9}/|https?://|\bpp?\.\s?\d|\baccessed\b|\bet al\b|\bPMID\b|\bISBN\b",  # noqa: E501
    re.IGNORECASE,
)
_PROSE = 150  # characters; no line of a wrapped list is as long
_OPENINGS = ("van", "apa", "sp", "initials", "full", "caps")


def find_reference_section(text: str) -> tuple[int, int] | None:
    """Return where in `text` (lines ended by "\\n") its list of references stands, or None.

    Behind a heading the list goes on while paragraphs look like references; without one, the last
    run of at least three such paragraphs is the list.
    """
    lines = read_lines(text)
    heads = [number for number, line in enumerate(lines) if is_heading(line.text)]
    for head in reversed(heads):
        end = _run(lines, head + 1)
        if end > head + 1:
            return lines[head + 1].start, lines[end - 1].end
    best: tuple[int, int] | None = None
    at = 0
    while at < len(lines):
        end = _run(lines, at) if looks_like_reference(lines[at].text) else at
        if end - at >= 3:
            best = (lines[at].start, lines[end - 1].end)
        at = max(end, at + 1)
    return best


def _run(lines: list[Line], start: int) -> int:
    """Return the line behind the last one that looks like a reference, passing over two odd ones."""  # noqa: E501
    last = start
    for number in range(start, len(lines)):
        if looks_like_reference(lines[number].text):
            last = number + 1
        elif number - last >= 2:
            break
    return last


def looks_like_reference(text: str) -> bool:
    """Tell whether a paragraph reads like a reference rather than prose."""
    text = re.sub(r"^\s*[\[(]?\d{0,4}[\].)]?\s*", "", text.strip())
    if not 20 < len(text) < 1500:
        return False
    year, source = bool(_NUMBERS.search(text)), bool(_SOURCE.search(text))
    people = boundaries.opening_of(text) in _OPENINGS
    return (year and (source or people)) or (source and people)


def without_article(text: str) -> tuple[str, int]:
    """Return the list of references in `text`, and how many lines of an article were left out.

    A text is an article where at least two long paragraphs of prose stand above the list it ends
    in; any other text comes back whole.
    """
    place = find_reference_section(text)
    if place is None:
        return text, 0
    before = read_lines(text[: place[0]])
    prose = [line for line in before if len(line.text) > _PROSE and not _is_source(line.text)]
    sources = [line for line in before if looks_like_reference(line.text)]
    if len(prose) < 2 or len(sources) > len(before) // 10:
        return text, 0
    return text[slice(*place)], len(before) + len(read_lines(text[place[1] :]))


def _is_source(text: str) -> bool:
    return bool(_SOURCE.search(text) or _NUMBERS.search(text))
