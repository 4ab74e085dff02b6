"""Dates of the Retraction Watch file: in US order with a time, and as others write them."""

import re
import unicodedata
from datetime import date

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_MONTH = (
    r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_TIME = (
    r"(?:[T,\s]\s*\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,9})?\s*(?:[AP]\.?M\.?)?"
    r"\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_FORMS = [
    re.compile(form + _TIME, re.IGNORECASE | re.ASCII)
    for form in (
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<month>\d{1,2})(?P<sign>[-/])(?P<day>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})",
        r"(?P<day>\d{1,2})(?P<sign>\.)\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]*{_MONTH}[\s,-]*(?P<year>\d{{4}})",
        rf"{_MONTH}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s,]+(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})[\s-]+{_MONTH}[\s-]+(?P<day>\d{{1,2}})",
    )
]
_LONGEST = 60


def read_date(text: str) -> date | None:
    """The day of ``11/30/2026 0:00``, ``2026-11-30T00:00:00Z``, ``30 Nov 2026`` and the like.

    Numbers between slashes or hyphens are month, day, year; where that is no date, day, month,
    year. Between dots the day comes first. A year of two digits is 1969 to 2068. None where no
    day is named, as in ``2026`` or ``May 2026``, or where it is no date at all.
    """
    text = unicodedata.normalize("NFKC", text[:_LONGEST]).strip()
    for form in _FORMS:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            month = _MONTHS[parts["word"][:3].lower()] if parts.get("word") else int(parts["month"])
            year = int(parts["year"])
            if len(parts["year"]) == 2:
                year += 2000 if year < 69 else 1900
            day = int(parts["day"])
            return _day(year, month, day) or (
                _day(year, day, month) if parts.get("sign") in ("/", "-", ".") else None
            )
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
