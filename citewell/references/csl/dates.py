"""Dates of an item: which exist, and how they are read from text."""

import re
from typing import Any, cast

from citewell.references.csl.vocabulary import CSLDate, CSLItem

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: The first three letters of each month in English, as files of references write them.
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 13, "summer": 14, "autumn": 15, "fall": 15, "winter": 16}
_WORD_DATE = re.compile(
    r"(?:(?P<y1>\d{4})[ ,.]+)?(?:(?P<d1>\d{1,2})\.?[ ]+)?(?P<m>[A-Za-z]+)\.?"
    r"(?:[ ]+(?P<d2>\d{1,2}))?(?:[ ,]+(?P<y2>\d{4}))?"
)
_NUMBER_DATE = re.compile(r"(-?\d{1,4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:T[\d:.Z+-]*)?)?)?")
_ABOUT = re.compile(r"(?:circa|ca?\.) ?(\d.*?)\??|(\d.*)\?")


def is_date(parts: object) -> bool:
    """Whether ``parts`` is a year, a year and month, or a year, month and day that exist.

    Months 13-16 and 21-24 are seasons, as processors read them.
    """
    if not isinstance(parts, list | tuple) or not 1 <= len(parts) <= 3:
        return False
    if not all(re.fullmatch(r"-?[0-9]{1,6}", str(part)) for part in parts):
        return False
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        return True
    month = numbers[1]
    if len(numbers) == 2:
        return 1 <= month <= 16 or 21 <= month <= 24
    return 1 <= month <= 12 and 1 <= numbers[2] <= _DAYS[month - 1]


def date_from_text(text: str) -> CSLDate:
    """Read “2020”, “2020-03-05”, “2020 Mar 5”, “5 March 2020”, “March 2020”, “2019/2020”.

    “circa 1850”, “ca. 1850” and “1850?” are uncertain dates. What is none of these stands as it
    is in ``literal``.
    """
    text = " ".join(text.split())
    if about := _ABOUT.fullmatch(text):
        date = date_from_text(about[1] or about[2])
        return {**date, "circa": True} if "date-parts" in date else {"literal": text}
    parts = _date_parts(text)
    if parts:
        return {"date-parts": [parts]}
    for mark in ("/", "–", "--", " - "):
        first, found, last = text.partition(mark)
        if found and (start := _date_parts(first)) and (end := _date_parts(last)):
            return {"date-parts": [start, end]}
    return {"literal": text}


def _date_parts(text: str) -> list[int] | None:
    """The parts of one date, or None."""
    text = text.strip()
    if match := _NUMBER_DATE.fullmatch(text):
        if len(match[1].lstrip("-")) < 3:
            return None
        parts = [int(part) for part in match.groups() if part]
        return parts if is_date(parts) else None
    match = _WORD_DATE.fullmatch(text)
    if not match or not (year := match["y1"] or match["y2"]):
        return None
    word = match["m"].lower()
    month = _SEASONS.get(word) or (MONTHS.index(word[:3]) + 1 if word[:3] in MONTHS else 0)
    day = match["d1"] or match["d2"]
    parts = [int(year), month, *([int(day)] if day else [])]
    return parts if month and is_date(parts) else None


def year_of(item: CSLItem, variable: str = "issued") -> int | None:
    """The year of a date of the item, or None where there is none."""
    date = cast(dict[str, Any], item).get(variable) or {}
    for parts in date.get("date-parts") or []:
        if parts and is_date(parts[:1]):
            return int(parts[0])
    found = re.search(r"\b(\d{4})\b", str(date.get("literal") or date.get("raw") or ""))
    return int(found[1]) if found else None
