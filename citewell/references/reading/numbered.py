"""Mend the run of numbers behind a source: pages taken for a date, days and letters for volumes.

Like the other repairs, each is sure of its pattern or changes nothing.
"""

import re

from citewell.references.reading.dates import MONTH
from citewell.references.reading.segments import Segment, cut, joined

Segments = list[Segment]
_PAGES = r"[A-Za-z]{0,2}\d{1,6}(?:\s?[-–]\s?[A-Za-z]?\d{1,6})?[.,]?\s*$"
_YEAR = r"(?:1[89]|20)\d\d[a-z]?"
#: "Oct 2015:1848.", "1955 Feb 23;B7."
_DATED_PAGES = re.compile(
    rf"(?:{MONTH}\s{_YEAR}|{_YEAR}\s{MONTH}(?:\s\d{{1,2}})?|{_YEAR})\s?[;:]\s?(?={_PAGES})",
    re.IGNORECASE,
)
#: "(2009) 7023", "2010, 1979." where a volume stands before
_YEAR_THEN_PAGES = re.compile(
    rf"(?:\({_YEAR}\)[,;:]?|{_YEAR}[,;:]?(?!\s+{_YEAR}\b))\s+(?={_PAGES})"
)
#: "23;B12." behind "1955 Feb"
_DAY_THEN_PAGES = re.compile(r"(\d{1,2}\s?;\s?)(?=[A-Z]\d{1,3}\W*$)")
_ENDS_IN_MONTH = re.compile(rf"\b{MONTH}\s*$", re.IGNORECASE)
_LETTERED = re.compile(r"\s([A-Z]\d{1,3})[.,:]?\s*$")

_ARTICLE_NUMBER = re.compile(r"(?<![^\W_])Art(?:icle)?\.?\s*(?:No|Nr|Number)\.?\s*:?\s*$", re.I)


def pages_behind_date(segments: Segments) -> Segments:
    """Cut pages off a date, where there are no others: "Oct 2015:|1848.", "(2009) | 7023"."""
    labels = [segment.label for segment in segments]
    if "pages" in labels:
        return segments
    result: Segments = []
    for number, segment in enumerate(segments):
        match = None
        if segment.label == "date":
            match = _DATED_PAGES.match(segment.text)
            if not match and labels[:number].count("volume") == 1:
                match = _YEAR_THEN_PAGES.match(segment.text)
        if match and "container" in labels:
            result += cut(segment, match.end(), "date", "pages")
        else:
            result.append(segment)
    return result


def day_before_pages(segments: Segments) -> Segments:
    """Give a newspaper's date its day: "1955 Feb | 23;B12."."""
    result: Segments = []
    for segment in segments:
        last = result[-1] if result else None
        match = (
            _DAY_THEN_PAGES.match(segment.text)
            if segment.label == "volume" and last and last.label == "date"
            else None
        )
        if last and match and _ENDS_IN_MONTH.search(last.text):
            head, tail = cut(segment, match.end(), "date", "pages")
            result[-1:] = [joined(last, head, "date"), tail]
        elif (
            last
            and segment.label == "pages"
            and segment.text[:1].isupper()
            and _is_day(result, last)
        ):
            day = result.pop()
            result[-1:] = [joined(result[-1], day, "date"), segment]
        else:
            result.append(segment)
    return result


def _is_day(before: Segments, last: Segment) -> bool:
    """Tell whether `last`, taken for a volume, is the day of the date before it."""
    return (
        last.label == "volume"
        and bool(re.fullmatch(r"\d{1,2}\s?;\s*", last.text))
        and len(before) > 1
        and before[-2].label == "date"
        and bool(_ENDS_IN_MONTH.search(before[-2].text))
    )


def lettered_volume(segments: Segments) -> Segments:
    """Cut a volume of letter and number off a journal: "J Opt Soc Am | A27"."""
    labels = [segment.label for segment in segments]
    if "volume" in labels or "container" not in labels:
        return segments
    number = labels.index("container")
    match = _LETTERED.search(segments[number].text)
    follows = labels[number + 1] if number + 1 < len(labels) else ""
    if not match or follows not in ("date", "pages"):
        return segments
    parts = cut(segments[number], match.start(1), "container", "volume")
    return [*segments[:number], *parts, *segments[number + 1 :]]


def article_number(segments: Segments) -> Segments:
    """Give pages the words before them that say so: "Reviews. | Art. | No.: | CD009790"."""
    labels = [segment.label for segment in segments]
    at = labels.index("pages") if "pages" in labels else 0
    before: Segments = []
    for first in range(at - 1, max(at - 3, -1), -1):
        before = [segments[first], *before]
        whole = before[0] if len(before) == 1 else joined(before[0], before[1], before[0].label)
        match = _ARTICLE_NUMBER.search(whole.text)
        if match:
            kept, label = cut(whole, match.start(), whole.label, "pages")
            pages = joined(label, segments[at], "pages")
            kept_if_any = [kept] if kept.text else []
            return [*segments[:first], *kept_if_any, pages, *segments[at + 1 :]]
    return segments
