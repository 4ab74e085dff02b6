"""Page ranges: “508-18” expanded to 508-518 or shortened to 508-18."""

import re

_RANGE = re.compile(r"([0-9]*[a-zA-Z]+0*)?([0-9]+[a-z]*)\s*-\s*([0-9]*[a-zA-Z]+0*)?([0-9]+[a-z]*)")


def leading_number(text: str) -> int | None:
    """The number a text begins with, or None."""
    match = re.match(r"\s*[0-9]+", text)
    return int(match[0]) if match else None


def mangle(text: str, form: str, delimiter: str) -> str:
    """A range in the form of the style, ``expanded`` or ``minimal``."""
    match = _RANGE.fullmatch(text.replace(" ", ""))
    if not match:
        return re.sub(r"\s*-\s*", delimiter, text)
    before, first, before_last, last = (part or "" for part in match.groups())
    if before_last and before != before_last:
        return f"{before}{first}{delimiter}{before_last}{last}"
    full = first[: max(0, len(first) - len(last))] + last
    if (leading_number(first) or 0) >= (leading_number(full) or 0):
        return f"{before}{first}{delimiter}{before_last}{full if not before_last else last}"
    if form == "minimal":
        return f"{before}{first}{delimiter}{_minimal(first, full)}"
    return f"{before}{first}{delimiter}{before}{full}"


def _minimal(first: str, last: str) -> str:
    if len(first) != len(last):
        return last
    same = 0
    while same < len(last) and first[same] == last[same]:
        same += 1
    return last[same:]
