"""Lines of a plain text: which were only wrapped, which start a list item, which are rules.

A line is taken for wrapped when the next line's first word would not have fitted on it.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from importing.document import without_marks_at_ends
from importing.readers.markers import goes_on, is_capital, split_letter, values
from importing.readers.reference_lines import looks_like_reference
from importing.readers.shapes import heading_shape, is_short

RULE = re.compile(r"\s*([-=*_~#•·])(\s*\1){2,}\s*$")
_WIDEST = 132
_ADDRESS = re.compile(r"(?:https?://|www\.|doi:\s?|10\.\d{4,}/)\S+")
_SENTENCE = re.compile(r"[.!?:;。؟۔]['\"”’)\]]*$")


@dataclass(slots=True)
class Line:
    """A logical line: `text` without indent and marker, `indent` in columns."""

    text: str
    indent: int = 0
    marker: str = ""
    ordered: bool = False
    after_blank: bool = True
    tabs: int = 0
    spaced: bool = True  # whether a space stands behind the marker


def wrap_width(lines: list[str]) -> int:
    """The column the text was wrapped at, or 0 where each line is a paragraph."""
    lengths = sorted(len(line) for line in lines if line.strip())
    if not lengths or lengths[-1] > _WIDEST or lengths[-1] < 40:
        return 0
    inner = [a for a, b in pairwise(lines) if a.strip() and b.strip()]
    width = lengths[-1]
    full = [line for line in inner if len(line) > width * 0.75]
    ends = sum(bool(_SENTENCE.search(line.rstrip())) for line in full)
    return width if len(full) >= 3 and ends * 2 < len(full) else 0


def logical_lines(text: str) -> list[Line]:
    """Split a text into lines, joining what was only wrapped."""
    # Direction marks around a line would hide its bullet.
    raw = [without_marks_at_ends(line) for line in text.split("\n")]
    raw = [line.expandtabs(4) if line[:1] in " \t" else line for line in raw]
    width = wrap_width(raw)
    lines: list[Line] = []
    blank, number, length, hanging = True, 0, 0, -1
    for line in raw:
        stripped = line.strip()
        if not stripped:
            blank = True
            continue
        new = parse_line(line)
        starts = bool(new.marker) and (not new.ordered or _follows(new.marker, number, blank))
        if is_capital(new.marker) and not blank:
            starts = 1 in values(new.marker) or goes_on(lines[-1].marker, new.marker)
        if lines and not blank and not RULE.match(line) and not starts and not lines[-1].tabs:
            last = lines[-1]
            indented = new.indent > last.indent and bool(last.marker or hanging == new.indent)
            address = _ADDRESS.fullmatch(stripped) and looks_like_reference(last.text)
            if (
                indented
                or address
                or (
                    width
                    and length + 1 + len(stripped.split()[0]) > width * 0.97
                    and not (hanging >= 0 and new.indent < hanging)
                    and heading_shape(last.text) not in ("capitals", "numbered")
                )
            ):
                if last.text.endswith("\u00ad"):
                    last.text = last.text[:-1] + stripped
                else:
                    last.text += f" {stripped}"
                if new.indent > last.indent:
                    hanging = new.indent
                length = len(line.rstrip())
                continue
        if new.marker and not starts and not blank:
            new = Line(stripped, new.indent, tabs=new.tabs)
        new.after_blank = blank
        number = _value(new.marker) or number
        lines.append(new)
        blank, length = False, len(line.rstrip())
        if not new.indent:
            hanging = -1
    return _without_initials(lines)


def _without_initials(lines: list[Line]) -> list[Line]:
    """A capital letter is a marker only where the line before or after goes on with its count."""
    kept = []
    for index, line in enumerate(lines):
        before, after = lines[index - 1 : index], lines[index + 1 : index + 2]
        counted = any(goes_on(each.marker, line.marker) for each in before)
        counted = counted or any(goes_on(line.marker, each.marker) for each in after)
        if is_capital(line.marker) and not counted:
            text = f"{line.marker} {line.text}"
            line = Line(text, line.indent, after_blank=line.after_blank)
        kept.append(line)
    return kept


def with_whole_title(lines: list[Line]) -> list[Line]:
    """The lines, the first joined with a second that goes on in small letters over a blank."""
    if len(lines) < 3 or lines[0].marker or lines[1].marker or lines[0].tabs or lines[1].tabs:
        return lines
    title, rest, below = lines[0].text, lines[1].text, lines[2]
    if lines[1].after_blank or not below.after_blank or not rest[:1].islower():
        return lines
    if _SENTENCE.search(title) or _SENTENCE.search(rest.rstrip("?")) or not is_short(title + rest):
        return lines
    return [Line(f"{title} {rest}", lines[0].indent, after_blank=lines[0].after_blank), *lines[2:]]


def parse_line(line: str) -> Line:
    stripped = line.strip()
    indent = len(line) - len(line.lstrip())
    if RULE.match(line):
        return Line(stripped, indent)
    marked = split_letter(stripped)
    tabs = 0 if marked.marker else stripped.count("\t")
    spaced = stripped[len(marked.marker) :][:1].isspace()
    return Line(marked.text, indent, marked.marker, marked.ordered, tabs=tabs, spaced=spaced)


def _value(marker: str) -> int:
    """The number it counts, in digits; letters and bullets start an item anywhere."""
    return max(values(marker), default=0) if any(map(str.isdecimal, marker)) else 0


def _follows(marker: str, last: int, blank: bool) -> bool:
    """A number starts an item after a blank line, or where it is 1 or the next one."""
    value = _value(marker)
    return blank or not value or value in (1, last + 1)
