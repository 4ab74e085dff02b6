"""Find the numbers of a numbered list, in all the manners lists are numbered."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from citewell.references.reading.boundaries import opening_of
from citewell.references.reading.lines import Line


@dataclass(frozen=True)
class Mark:
    """A list number: its line, its value, and where the reference's text begins."""

    line: int
    number: int
    start: int
    text_start: int


_SPACE = r"[^\S\n]"
_STYLES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(
        r"(?:[^\S\n]|[*_>•\u200b\u200e\u200f\u202a\ufeff-]){0,12}" + pattern.replace("§", _SPACE)
    )
    for pattern in (
        r"[\[［【〔]\s?\^?(\d{1,4})\s?[\]］】〕][.:)]?\**§*",
        r"[(（]\s?(\d{1,4})\s?[)）][.:]?§*",
        r"[<{]\s?(\d{1,4})\s?[>}][.:]?§*",
        r"(\d{1,4})\.[):]?[*_]{0,3}(?:§+|(?=[^\W\d]|$|[“\"«\[]))",
        r"(\d{1,4})\)§*",
        r"(\d{1,4})\]§*",
        r"(\d{1,4})(?:[:–—/|=-]|§[–—/|-])§+",
        r"(\d{1,4})[、．。：]§*",
        r"(?i:refs?\.?|reference|n[r°º]?\.?|no\.?|#)§?\[?(\d{1,4})[.:)\]]*§+",
        r"(\d{1,4})(?:§+|$)",
        r"(\d{1,3})(?=[A-ZÀ-Þ][^\W\d_])",
        r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})§*",
        r"(?P<circled>[①-⑳❶-❿⓫-⓴])§*",
        r"\(?([a-z])[.)]§+",
        r"\(?([A-Z])\)§+",
        r"\(?(?P<roman>[ivxlc]{1,7})[.)]§+",
        r"\(?(?P<capital_roman>[IVXLC]{1,7})[.)]§+",
    )
)
_PLAIN_STYLES = 6  # the first: in them a number is a number in whatever order
_OPENINGS = ("van", "apa", "sp", "initials", "full", "given", "organisation", "caps", "word")
_CLOSED = re.compile(r"(?:[.\])”\"]|\d|https?://\S+|10\.\S+)\s*$")
_LEAST_CAPITAL_ROMANS = 3  # fewer may be people's initials
#: “^ a b” and “↑”: links from a reference back to where it is cited.
_BACK_LINKS = re.compile(r"[\^↑][ \t\u00a0]*(?:[a-z](?=[ \t\u00a0])[ \t\u00a0]+)*")
_MOST_LINES = 14  # of a reference, on the average of a list
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_REFERENCE_OPENS = re.compile(
    r"\s*(?:[^\W\d_]|[“\"«‘'(\[„‹<¿¡《]|https?:|10\.\d{4}|\d{1,4}(?:st|nd|rd|th)?[\s-][A-Z]|(?:19|20)\d\d[.\s]|[-–—•·*^↑]\s|—|[_–-]{2,}|$)"
)
_OPEN = r"(?=[^\W\d_a-zß-öø-ÿ]|[“\"«‘'_—–¿]|(?:van|von|de|der|den|di|da|del|della|dos|das|do|du|la|le|el|al|ten|ter|te|zu|zur|af|bin|ibn|d|the)[\s'’]|(?:19|20)\d\d\s[a-z])"  # noqa: E501


def find_marks(text: str, lines: list[Line]) -> list[Mark]:
    """Return the marks of the numbering that runs through `lines`, or [] where there is none."""
    best: list[Mark] = []
    for number, pattern in enumerate(_STYLES):
        candidates = _candidates(pattern, lines)
        if number < _PLAIN_STYLES and _is_any_order(candidates, lines):
            return candidates
        chain = _chain(candidates)
        if "capital_roman" in pattern.groupindex and len(chain) < _LEAST_CAPITAL_ROMANS:
            continue
        if len(chain) > len(best):
            best = chain
    best = max(best, _rising(lines), key=len)
    if len(best) < 4 and all(1800 <= mark.number < 2100 for mark in best):
        return []  # years at the heads of wrapped lines
    if _is_sparse(best, lines):
        return []  # page numbers and the like at the heads of wrapped lines
    if len(best) >= 2 or (best and best[0].line <= 1 and best[0].number == 1):
        return best
    return []


def _rising(lines: list[Line]) -> list[Mark]:
    """Return marks that only rise ("3.", "7.", "12."): a few references out of a longer list.

    So loose a rule wants each to open as references do, behind a line that closes as they do.
    """
    for pattern in _STYLES[:_PLAIN_STYLES]:
        marks = [mark for mark in _candidates(pattern, lines) if _opens(mark, lines)]
        rises = all(a.number < b.number for a, b in pairwise(marks))
        if len(marks) > 2 and rises and marks[0].line == 0 and not _is_sparse(marks, lines):
            return marks
    return []


def _opens(mark: Mark, lines: list[Line]) -> bool:
    line = lines[mark.line]
    if mark.line and not _CLOSED.search(lines[mark.line - 1].text):
        return False
    return opening_of(line.text[mark.text_start - mark.start :].strip()) in _OPENINGS


def _is_any_order(marks: list[Mark], lines: list[Line]) -> bool:
    """Tell whether numbers mark references though they do not count: on each line, or all 1."""
    if len(marks) < 2:
        return False
    counts = sum(b.number == a.number + 1 for a, b in pairwise(marks))
    if counts >= len(marks) // 2:
        return False
    every_line = len(marks) == len(lines) and all(mark.number < 1500 for mark in marks)
    return every_line or (len(lines) <= 8 * len(marks) and all(mark.number == 1 for mark in marks))


def _is_sparse(marks: list[Mark], lines: list[Line]) -> bool:
    """Tell whether there are more lines to a mark than a wrapped reference has."""
    late = bool(marks) and marks[0].line > 3
    return len(lines) > (6 if late else _MOST_LINES) * len(marks)


def _candidates(pattern: re.Pattern[str], lines: list[Line]) -> list[Mark]:
    marks: list[Mark] = []
    for number, line in enumerate(lines):
        match = pattern.match(line.text)
        if match and _REFERENCE_OPENS.match(line.text[match.end() :]):
            back = _BACK_LINKS.match(line.text, match.end())
            begin = back.end() if back else match.end()
            marks.append(Mark(number, _value(match), line.start, line.start + begin))
    return marks


def _value(match: re.Match[str]) -> int:
    """The value of “12”, “¹²”, “③”, “c” or “xii”."""
    sign = match[1]
    if "circled" in match.re.groupindex:
        return int(unicodedata.numeric(sign))
    if {"roman", "capital_roman"} & match.re.groupindex.keys():
        values = [_ROMAN[letter] for letter in sign.lower()]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return sum(-value if value < following else value for value, following in pairs)
    return ord(sign.lower()) - ord("a") + 1 if sign.isalpha() else int(sign.translate(_SUPERSCRIPT))


def _chain(marks: list[Mark]) -> list[Mark]:
    """Return the longest run of marks that count up, allowing a gap and a new start at 1."""
    best: list[Mark] = []
    for first in range(min(len(marks), 6)):
        chain = [marks[first]]
        for position in range(first + 1, len(marks)):
            mark, last = marks[position], chain[-1]
            step = mark.number - last.number
            if (
                step == 1
                or (mark.number == 1 and last.number > 1 and _goes_on(marks, position))
                or (
                    1 < step <= 4
                    and _goes_on(marks, position)
                    and not _comes(marks, position, last.number + 1)
                )
            ):
                chain.append(mark)
        if len(chain) > len(best):
            best = chain
    if len(best) > 1 and best[0].number > 1 and best[1].number != best[0].number + 1:
        return best[1:]
    return best


def _goes_on(marks: list[Mark], position: int) -> bool:
    """Tell whether the number after the one at `position` follows soon."""
    wanted = marks[position].number + 1
    return any(mark.number == wanted for mark in marks[position + 1 : position + 4])


def _comes(marks: list[Mark], position: int, wanted: int) -> bool:
    return any(mark.number == wanted for mark in marks[position + 1 : position + 6])


_INLINE: tuple[re.Pattern[str], ...] = (
    re.compile(r"(?:^|(?<=[\s.;]))\[(\d{1,4})\][.:]?\s*(?=\S)"),
    re.compile(r"(?:^|(?<=\s))\((\d{1,4})\)\s*" + _OPEN),
    re.compile(r"(?:^|(?<=\s))(\d{1,4})\.\s+" + _OPEN),
    re.compile(r"(?:^|(?<=\s))(\d{1,4})\)\s+" + _OPEN),
    re.compile(r"(?:^|(?<=[.)\]]))(\d{1,4})\.\s*(?=[A-ZÀ-Þ])"),
    re.compile(r"(?:^|(?<=\s))(\d{1,4})[:/]\s+" + _OPEN),
    re.compile(r"(?:^|(?<=[\s.)\]\d/]))([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*" + _OPEN),
)


_COUNTED_WORD = re.compile(
    r"\b(?:chapter|issue|vol|volume|no|nos|nr|number|part|pt|suppl|supplement|phase|type|grade|level|stage|table|fig|figure|study|art|article|pp?|edition|version|and|of|in|the|to|for|with)\.?\s*$",
    re.IGNORECASE,
)


def find_inline_marks(text: str, start: int, end: int) -> list[Mark]:
    """Return the marks inside one line that holds several numbered references."""
    best: list[Mark] = []
    for pattern in _INLINE:
        chain: list[Mark] = []
        for match in pattern.finditer(text, start, end):
            number = int(match[1].translate(_SUPERSCRIPT))
            if _COUNTED_WORD.search(text, max(start, match.start() - 20), match.start()):
                continue  # "Issue 12. Art. No.", "Chapter 4. The spine"
            if (not chain and number <= 999 and not text[start : match.start()].strip()) or (
                chain and number == chain[-1].number + 1
            ):
                chain.append(Mark(0, number, match.start(), match.end()))
        if len(chain) > len(best):
            best = chain
    return best if len(best) > 1 else []
