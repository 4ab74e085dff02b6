"""Read dates as references print them into CSL date-parts."""

import re

_MONTH_NAMES = (
    "jan january januar janvier janv enero ene gennaio gen janeiro januari leden",
    "feb february februar febr fevrier fév fev février febrero febbraio fevereiro februari feb",
    "mar march märz mrz mars marzo março maart mrt",
    "apr april avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "jun june juni juin junio giugno giu junho",
    "jul july juli juillet juil julio luglio lug julho",
    "aug august août aout agosto ago augustus",
    "sep sept september septembre septiembre setiembre settembre set setembro",
    "oct october oktober okt octobre octubre ottobre ott outubro out",
    "nov november novembre noviembre novembro",
    "dec december dezember dez décembre déc diciembre dic dicembre dezembro",
)
MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()
}
MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")\b\.?"
YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.|º)?"
_DASH = r"\s?[-–—−/‐]\s?"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<y>{YEAR})[-/.](?P<mn>0?[1-9]|1[0-2])[-/.](?P<d>0?[1-9]|[12]\d|3[01])\b",
        rf"\b(?P<d>0?[1-9]|[12]\d|3[01])[./-](?P<mn>0?[1-9]|1[0-2])[./-](?P<y>{YEAR})\b",
        # 2011 Jul 4 | 2016, March 22 | 2011 Jul 4-8
        rf"(?P<y>{YEAR})[a-z]?\)?[\s,;:]{{1,3}}(?P<m>{MONTH})(?:{_DASH}(?P<m2>{MONTH}))?"
        rf"(?:\s?(?P<d>{_DAY})(?!\d)(?:{_DASH}(?P<d2>{_DAY})(?!\d))?)?",
        # 2016, 22 March
        rf"(?P<y>{YEAR})[a-z]?[\s,]{{1,3}}(?P<d>{_DAY})(?:{_DASH}(?P<d2>{_DAY}))?\s?(?:de\s)?(?P<m>{MONTH})",
        # 4 July 2011 | 4 de julio de 2011 | 19-Oct-2017
        rf"\b(?P<d>{_DAY})(?:{_DASH}(?P<d2>{_DAY}))?[\s-]?(?:de\s|of\s)?(?P<m>{MONTH})[\s,-]{{1,2}}(?:de[l]?\s)?(?P<y>{YEAR})",
        # July 4, 2011 | July 4th-8th, 2011
        rf"(?P<m>{MONTH})\s?(?P<d>{_DAY})(?:{_DASH}(?P<d2>{_DAY}))?[\s,]{{1,3}}(?P<y>{YEAR})",
        # July 2011 | July/August 2011 | Jul-Aug, 2011
        rf"(?P<m>{MONTH})(?:(?:{_DASH}|\sand\s)(?P<m2>{MONTH}))?[\s,-]{{1,2}}(?:de[l]?\s|of\s)?(?P<y>{YEAR})",
        rf"(?<!\d)(?P<y>{YEAR})(?:{_DASH}(?P<y2>{YEAR})(?!\d))?",
    )
)
_MISSING = re.compile(r"(?i)\b(?:n\.?\s?d\.?|s\.?\s?[ad]\.?|o\.\s?J\.?|no date)(?=[\s)\],.;]|$)")


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _parts(match: re.Match[str]) -> list[list[int]]:
    groups = match.groupdict()
    first = [int(groups["y"])]
    month = _month(groups["m"]) if groups.get("m") else int(groups["mn"]) if groups.get("mn") else 0
    if month:
        first.append(month)
        if groups.get("d"):
            first.append(_day(groups["d"]))
    if groups.get("m2"):
        return [first[:2], [first[0], _month(groups["m2"])]]
    if groups.get("d2") and _day(groups["d2"]) > first[-1]:
        return [first, [*first[:2], _day(groups["d2"])]]
    if groups.get("y2") and int(groups["y2"]) > first[0]:
        return [first, [int(groups["y2"])]]
    return [first]


def find_date(text: str) -> tuple[list[list[int]], int, int] | None:
    """Return the fullest date in `text` as CSL date-parts with its place, or None.

    One inner list for a date, two for a range: `[[2011, 7, 4]]`, `[[2011, 7], [2011, 8]]`.
    """
    for pattern in _PATTERNS:
        match = pattern.search(text)
        if match:
            return _parts(match), match.start(), match.end()
    return None


def read_date(text: str) -> list[list[int]] | None:
    """Return the date in `text` as CSL date-parts, or None where there is none (`n.d.`)."""
    found = find_date(text)
    return found[0] if found else None


def says_no_date(text: str) -> bool:
    """Tell whether `text` says in so many words that there is no date."""
    return bool(_MISSING.search(text))
