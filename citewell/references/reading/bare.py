"""Lines that hold nothing but identifiers: references of their own, or the end of one above."""

import re

from citewell.references.reading.identifiers import find_identifiers
from citewell.references.reading.lines import Line

_LONGEST = 2000  # characters of a line that is looked at
_ONE_LINE = 0.9  # share of lines that begin a reference where a list is not wrapped


def is_bare(line: Line) -> bool:
    """Tell whether a line holds only identifiers and addresses."""
    text = line.text.strip()
    if not text or len(text) > _LONGEST:
        return False
    if re.fullmatch(r"\d{7,8}", text):
        return True
    found = find_identifiers(text)
    for item in found:
        text = text[: item.start] + " " * (item.end - item.start) + text[item.end :]
    return bool(found) and not re.search(r"\w", text)


def set_bare(lines: list[Line], begins: list[bool]) -> list[bool]:
    """Return `begins` with bare lines set: each begins a reference where few references have one.

    Where half of the references are followed by bare lines, those belong to them; in a wrapped
    list nothing is changed, for there an address may stand on its own line.
    """
    bare = [is_bare(line) for line in lines]
    whole = [begin for begin, alone in zip(begins, bare, strict=True) if not alone]
    if not any(bare) or sum(whole) < _ONE_LINE * len(whole):
        return begins
    followed = sum(bare[n] and not bare[n - 1] for n in range(1, len(lines)))
    apart = any(alone and line.blank_before for alone, line in zip(bare, lines, strict=True))
    usual = sum(whole) == 1 or (followed > 1 and 2 * followed >= sum(whole))
    if usual and not apart:
        return [begin and not alone for begin, alone in zip(begins, bare, strict=True)]
    return [begin or alone for begin, alone in zip(begins, bare, strict=True)]
