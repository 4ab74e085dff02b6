"""Numbers in a text that point at its reference list, as "pain.1,2" or a raised "3–5"; pure.

An imported article keeps its numbers as plain text. Each is found with whether it surely
is a citation; what is not sure is left to a person, with the reason why.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

_PIECE = re.compile(r"<sup>(?P<sup>[^<]*)</sup>|<(?P<tag>/?\w+)[^>]*>|[^<]+")
_LIST = r"[0-9]{1,3}(?:{space}[,;–-]{space}[0-9]{1,3})*"
_RAISED = re.compile(rf"\s*[\[(]?\s*({_LIST.replace('{space}', ' ?')})\s*[\])]?\s*")
_ENCLOSED = re.compile(
    r"\[({list})\]|\(({list})\)".replace("{list}", _LIST.replace("{space}", " ?"))
)
_PLAIN = re.compile(rf"(?<![0-9])({_LIST.replace('{space}', '')})(?![0-9A-Za-z%°])")
_AFTER_SENTENCE = re.compile(r"[^\W\d_][)\]”\"'’»]{0,2}[.,;:!?][”\"'’»)]{0,2}$")
_AFTER_YEAR = re.compile(r"\b(?:19|20)\d\d[.,;:]$")
_AFTER_WORD = re.compile(r"[^\W\d_]{3,}$")
_ABBREVIATED = re.compile(
    r"\b(?:figs?|nos?|pp?|vol|chap?|secs?|eq|refs?|approx|ca|dr|vs?|cf|e\.g|i\.e|tab)\.$", re.I
)
_UNIT = re.compile(r"(?:[0-9]|\b(?:[cdkmµ]?m|s|ft|in|kg|CO|H|O))$")
_ADDRESS = re.compile(r"(?:https?:|www\.|@|\w/\w)\S*$", re.I)
_SKIPPED = frozenset({"a", "sub"})
_LOOK = 40  # characters before a number that are looked at


@dataclass(frozen=True, slots=True)
class Numeral:
    """A place in a stored rich text that may cite.

    Attributes:
        start: where it begins in the text; ``end`` where it ends.
        numbers: the places in the list it names, from 1.
        before: the words before it, for a person to judge by; ``shown`` itself.
        doubt: why it may be none; empty where it surely is a citation.
    """

    start: int
    end: int
    numbers: tuple[int, ...]
    before: str
    shown: str
    doubt: str = ""


def numerals_in(text: str, entries: int) -> list[Numeral]:
    """The numbers of a stored rich text that name entries of a list of so many."""
    return [one for one in _found(text) if all(0 < number <= entries for number in one.numbers)]


def _found(text: str) -> Iterator[Numeral]:
    before, skipped = "", 0
    for piece in _PIECE.finditer(text):
        tag = piece["tag"]
        if piece["sup"] is not None:
            if not skipped and (raised := _RAISED.fullmatch(piece["sup"])):
                doubt = "after a number or a unit" if _UNIT.search(before) else ""
                yield from _numeral(piece.start(), piece.end(), raised[1], before, doubt)
            before += piece["sup"]
        elif tag:
            if tag.lstrip("/") in _SKIPPED:
                skipped += -1 if tag.startswith("/") else 1
            if tag.lstrip("/") in ("p", "li", "br"):
                before += " "
        else:
            if not skipped:
                yield from _in_words(piece[0], piece.start(), before)
            before += unescape(piece[0])
        before = before[-_LOOK:]


def _in_words(words: str, at: int, before: str) -> Iterator[Numeral]:
    taken = []
    for found in _ENCLOSED.finditer(words):
        taken.append(found.span())
        here = (before + unescape(words[: found.start()]))[-_LOOK:]
        doubt = "" if found[1] else "in round brackets"
        numbers = found[1] or found[2]
        yield from _numeral(at + found.start(), at + found.end(), numbers, here, doubt)
    for found in _PLAIN.finditer(words):
        if any(start <= found.start() < end for start, end in taken):
            continue
        here = (before + unescape(words[: found.start()]))[-_LOOK:]
        after = words[found.end() : found.end() + 2]
        if (why := _doubt(here, after)) is not None:
            yield from _numeral(at + found.start(), at + found.end(), found[1], here, why)


def _doubt(here: str, after: str) -> str | None:
    """Why a plain number may be none; None where it surely is none."""
    if _ADDRESS.search(here) or re.match(r"[.,:/-][0-9A-Za-z]|/", after):
        return None
    if _ABBREVIATED.search(here):
        return "after an abbreviation"
    if _AFTER_SENTENCE.search(here):
        return ""
    if _AFTER_YEAR.search(here):
        return "after a year"
    if _AFTER_WORD.search(here):
        return "right behind a word"
    return None


def _numeral(start: int, end: int, shown: str, before: str, doubt: str) -> Iterator[Numeral]:
    numbers = expanded(shown)
    if numbers is None:
        return
    if list(numbers) != sorted(set(numbers)):
        doubt = doubt or "not in order"
    yield Numeral(start, end, numbers, before, shown, doubt)


def expanded(shown: str) -> tuple[int, ...] | None:
    """ "2,4–6" as 2, 4, 5, 6; None where a span runs backwards or over more than thirty."""
    numbers: list[int] = []
    for part in re.split(r"[,;]", shown.replace(" ", "")):
        first, *last = re.split(r"[–-]", part)
        if len(last) > 1:
            return None
        start, end = int(first), int(last[0]) if last else int(first)
        if not start <= end <= start + 30:
            return None
        numbers.extend(range(start, end + 1))
    return tuple(numbers)


def replaced(text: str, numerals: Sequence[Numeral], marks: Sequence[str]) -> str:
    """The text with each of these numerals replaced by its marks."""
    for numeral, mark in sorted(zip(numerals, marks, strict=True), key=lambda pair: -pair[0].start):
        text = text[: numeral.start] + mark + text[numeral.end :]
    return text
