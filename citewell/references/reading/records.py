"""Find records of reference managers (BibTeX, RIS, NBIB) in pasted text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

_BIBTEX = re.compile(
    r"^[ \t]*@(?!comment|string|preamble)[A-Za-z]{3,20}\s?[{(]\s?[^\s,={}]{0,200}\s?,", re.MULTILINE
)
_RIS = re.compile(r"^[ \t\ufeff]*TY {1,2}- ?[A-Z]{3,8}[ \t]*$", re.MULTILINE)
_RIS_END = re.compile(r"^[ \t]*ER {1,2}-[^\n]*$", re.MULTILINE)
_NBIB = re.compile(r"^PMID- ?\d{1,9}[ \t]*$", re.MULTILINE)
_NBIB_OTHER_TAG = re.compile(r"^(?:OWN|STAT|TI|AU|FAU|DP|JT|TA|LA|PT) {0,2}- ", re.MULTILINE)
_NBIB_TAG = re.compile(r"[A-Z]{2,4} {0,2}- ")
_NBIB_TITLE = re.compile(r"^B?TI {1,2}- ", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True)
class Record:
    """The place of one record and its format."""

    kind: Literal["bibtex", "ris", "nbib"]
    start: int
    end: int


def find_records(text: str) -> list[Record]:
    """Return the records in `text` in order; what lies between them is plain text."""
    records: list[Record] = []
    starts = [match.start() for match in _BIBTEX.finditer(text)] if "@" in text else []
    for start, following in _with_next(starts, len(text)):
        records.append(Record("bibtex", start, _closing_brace(text, start, following)))
    ris = [match.start() for match in _RIS.finditer(text)] if "TY " in text else []
    for start, following in _with_next(ris, len(text)):
        end = _RIS_END.search(text, start, following)
        records.append(Record("ris", start, end.end() if end else following))
    nbib = [match.start() for match in _NBIB.finditer(text)] if "PMID-" in text else []
    for start, following in _with_next(nbib, len(text)):
        if _NBIB_OTHER_TAG.search(text, start, following):
            records.append(Record("nbib", start, _nbib_end(text, start, following)))
    records.sort(key=lambda record: record.start)
    return [r for n, r in enumerate(records) if n == 0 or r.start >= records[n - 1].end]


def _with_next(starts: list[int], end: int) -> Iterator[tuple[int, int]]:
    """Pair each start with the one behind it, the last with `end`."""
    return pairwise([*starts, end])


def _closing_brace(text: str, start: int, limit: int) -> int:
    depth = 0
    for match in re.compile(r"(?<!\\)[{}()]").finditer(text, start, limit):
        if match[0] in "{(" and (match[0] == "{" or not depth):
            depth += 1
        elif match[0] == "}" or (
            match[0] == ")"
            and depth == 1
            and text.find("(", start, start + 25) > 0 > text.find("{", start, start + 25)
        ):
            depth -= 1
            if depth == 0:
                return match.end()
    return limit


def _nbib_end(text: str, start: int, limit: int) -> int:
    """End a record at a blank line that no tag follows, or tags of a second work with a title."""
    for blank in _BLANK_LINE.finditer(text, start, limit):
        continues = _NBIB_TAG.match(text, blank.end())
        titled = _NBIB_TITLE.search(text, start, blank.start())
        if not continues or (titled and _NBIB_TITLE.search(text, blank.end(), limit)):
            return blank.start()
    return limit
