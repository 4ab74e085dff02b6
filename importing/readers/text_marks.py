"""Marks typed or copied into a text that no reader is meant to see, taken out first."""

import re

_HEADING = re.compile(r"( {0,3})(#{1,6})([^\s#].*)")
_NAME = re.compile(r"\{[#.][^{}\s]{1,80}\}$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_LONGEST = 140


def plain_marks(text: str) -> str:
    """Without paragraph signs at line ends; "##Heading" with the space its writer left out."""
    lines = text.split("\n")
    below = [*lines[1:], ""]
    lines = [
        _unmarked(line, bool(_UNDERLINE.match(next_one)))
        for line, next_one in zip(lines, below, strict=True)
    ]
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    several = sum(bool(re.match(r" {0,3}##", line)) for line in lines) > 0
    fenced = False
    for index, line in enumerate(lines):
        fenced ^= bool(_FENCE.match(line))
        found = None if fenced else _HEADING.match(line)
        if found and _is_heading(found[2], found[3], index == first or several):
            lines[index] = f"{found[1]}{found[2]} {found[3]}"
    return "\n".join(lines)


def _unmarked(line: str, underlined: bool) -> str:
    """A line without a paragraph sign at its end, a heading without its name in braces."""
    if "¶" in line and (bare := line.rstrip()).endswith("¶"):
        line = bare.rstrip("¶").rstrip()
    if (underlined or line.lstrip()[:1] == "#") and (found := _NAME.search(bare := line.rstrip())):
        line = bare[: found.start()].rstrip()
    return line


def _is_heading(signs: str, words: str, likely: bool) -> bool:
    """Two signs or more are; one alone may be a hash tag, a number, a remark of a program."""
    if len(words) > _LONGEST:
        return False
    if len(signs) > 1:
        return True
    one_tag = " #" in f" {words}" or words[0].islower() or not words[0].isalpha()
    return likely and not one_tag
