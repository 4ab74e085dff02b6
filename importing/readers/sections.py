"""Lines of a plain text that a mark of their own makes headings: "2. Causes", "■ Causes"."""

import re
from collections import defaultdict

from importing.readers import markers
from importing.readers.plain_lines import Line
from importing.readers.reference_lines import looks_like_reference
from importing.readers.shapes import heading_shape, is_sentence, is_short

_DECORATED = re.compile(r"([*=~_#•·+–—-]{1,6})\s+(\S.*?\S)\s+\1$")
_LONGEST = 160
_SHAPES = ("numbered", "question", "capitals", "colon", "line")


def numbered_sections(lines: list[Line]) -> frozenset[int]:
    """The places of numbers that count up, each with something else below: no list, headings."""
    rows: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if not _stands_alone(lines, index):
            continue
        row = rows[markers.shape(line.marker)]
        value = markers.values(line.marker)
        if row and markers.goes_on(lines[row[-1]].marker, line.marker) and value != {1}:
            row.append(index)
        elif 1 in value and len(row) < 2:  # a count that went on stays, whatever starts anew
            row[:] = [index]
    return frozenset(index for row in rows.values() if len(row) > 1 for index in row)


def _stands_alone(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if not line.ordered or not markers.counts(line.marker) or index + 1 == len(lines):
        return False
    text = f"{line.marker} {line.text}"
    neighbours = [*lines[max(0, index - 1) : index], lines[index + 1]]
    alike = [n for n in neighbours if n.ordered and n.indent == line.indent]
    if any(markers.shape(n.marker) == markers.shape(line.marker) for n in alike):
        return False
    return heading_shape(text) in _SHAPES and not looks_like_reference(text)


def signed_heading(lines: list[Line], index: int) -> str:
    """The words of a heading that a sign stands before ("■"), or around ("* Causes *"), or ""."""
    line, below = lines[index], lines[index + 1 : index + 2]
    written = f"{line.marker} {line.text}" if line.marker else line.text
    found = _DECORATED.match(written) if len(written) <= _LONGEST else None
    if found and is_short(found[2]) and any(map(str.isalpha, found[2])):
        return "" if is_sentence(found[2]) and not found[2].endswith(("?", "？", "؟")) else found[2]
    if not line.marker or line.marker not in markers.SIGNS or not below:
        return ""
    if below[0].marker == line.marker or (index and lines[index - 1].marker == line.marker):
        return ""
    return line.text if heading_shape(line.text) else ""
