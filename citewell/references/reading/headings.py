"""Leave out the headings of a pasted list: "References", names of groups, letters of an index."""

import re

from citewell.references.reading import boundaries
from citewell.references.reading.lines import Line, is_group_heading, is_heading, names_kind

#: In which people open a reference.
PEOPLE = ("van", "apa", "sp", "initials", "full")
_LETTER = re.compile(r"\W{0,3}([A-ZÀ-Þ])\W{0,3}")
_YEAR = re.compile(r"\W{0,3}((?:19|20)\d\d)\W{0,3}")


def without_headings(lines: list[Line]) -> list[Line]:
    """Return the lines that are no headings; the line behind one counts as set apart."""
    index = _index(lines)
    kept: list[Line] = []
    blanks = 0
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        if (
            number in index
            or is_heading(line.text)
            or (is_group_heading(line, following, not kept) and _stands_alone(line, following))
        ):
            blanks = 1
            continue
        kept.append(Line(line.text, line.start, line.end, max(line.blank_before, blanks)))
        blanks = 0
    return kept or lines


def _index(lines: list[Line]) -> set[int]:
    """Return the lines that hold but a letter, or a year, where at least two do, in order."""
    for pattern in (_LETTER, _YEAR):
        found = [
            (number, match[1])
            for number, line in enumerate(lines[:-1])
            if (match := pattern.fullmatch(line.text.strip()))
            and (number == 0 or line.blank_before or pattern is _LETTER)
            and (lines[number + 1].blank_before or pattern is _LETTER)
        ]
        signs = [sign for _, sign in found]
        in_order = [sorted(set(signs)), sorted(set(signs), reverse=True)]
        if len(found) > 1 and signs in in_order and 2 * len(found) <= len(lines):
            return {number for number, _ in found}
    return set()


def _stands_alone(heading: Line, following: Line | None) -> bool:
    """Tell a heading from the first line of a wrapped reference: what follows begins anew."""
    text = heading.text.strip()
    if not names_kind(text) and boundaries.opening_of(text) in PEOPLE:
        return False
    if following is None or following.blank_before:
        return True
    opening = boundaries.opening_of(following.text.strip())
    return opening in (*PEOPLE, "organisation", "given", "url", "digit", "mark")
