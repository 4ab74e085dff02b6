"""The vocabulary of CSL-JSON 1.0.2, the shape in which every source is kept.

Source: the schema ``csl-data.json`` and the variable and type lists of the CSL 1.0.2
specification. This module names types and variables, says in plain words what is wrong
with an item, and brings loosely typed data into shape. It knows nothing of styles,
files or pasted text.
"""

import re
from collections.abc import Mapping
from typing import Any, Literal, TypedDict, cast, get_args

ItemType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing",
    "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review",
    "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip

TYPES: frozenset[str] = frozenset(get_args(ItemType))

#: Fields written under an older or a foreign name, and the name the specification gives them.
RENAMED: dict[str, str] = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "event": "event-title",
}

CSLName = TypedDict(
    "CSLName",
    {
        "family": str,
        "given": str,
        "dropping-particle": str,
        "non-dropping-particle": str,
        "suffix": str,
        "comma-suffix": bool | str | int,
        "static-ordering": bool | str | int,
        "parse-names": bool | str | int,
        "literal": str,
    },
    total=False,
)

CSLDate = TypedDict(
    "CSLDate",
    {
        "date-parts": list[list[int]],
        "season": int | str,
        "circa": bool | str | int,
        "literal": str,
        "raw": str,
    },
    total=False,
)

# Every variable is optional; the hyphens in the names leave only the functional form.
#: One work. Ask :func:`validate` whether foreign data is one, :func:`tidy` to make it one.
CSLItem = TypedDict(
    "CSLItem",
    {
        "id": str | int, "type": ItemType, "categories": list[str], "custom": dict[str, Any],
        "author": list[CSLName], "chair": list[CSLName], "collection-editor": list[CSLName],
        "compiler": list[CSLName], "composer": list[CSLName], "container-author": list[CSLName],
        "contributor": list[CSLName], "curator": list[CSLName], "director": list[CSLName],
        "editor": list[CSLName], "editor-translator": list[CSLName],
        "editorial-director": list[CSLName], "executive-producer": list[CSLName],
        "guest": list[CSLName], "host": list[CSLName], "illustrator": list[CSLName],
        "interviewer": list[CSLName], "narrator": list[CSLName], "organizer": list[CSLName],
        "original-author": list[CSLName], "performer": list[CSLName], "producer": list[CSLName],
        "recipient": list[CSLName], "reviewed-author": list[CSLName],
        "script-writer": list[CSLName], "series-creator": list[CSLName],
        "translator": list[CSLName], "accessed": CSLDate, "available-date": CSLDate,
        "event-date": CSLDate, "issued": CSLDate, "original-date": CSLDate, "submitted": CSLDate,
        "abstract": str, "annote": str, "archive": str, "archive_collection": str,
        "archive_location": str, "archive-place": str, "authority": str, "call-number": str,
        "chapter-number": str, "citation-key": str, "collection-number": str,
        "collection-title": str, "container-title": str, "container-title-short": str,
        "dimensions": str, "division": str, "DOI": str, "edition": str, "event": str,
        "event-place": str, "event-title": str, "genre": str, "ISBN": str, "ISSN": str,
        "issue": str, "journalAbbreviation": str, "jurisdiction": str, "keyword": str,
        "language": str, "license": str, "medium": str, "note": str, "number": str,
        "number-of-pages": str, "number-of-volumes": str, "original-publisher": str,
        "original-publisher-place": str, "original-title": str, "page": str, "page-first": str,
        "part": str, "part-number": str, "part-title": str, "PMCID": str, "PMID": str,
        "printing": str, "printing-number": str, "publisher": str, "publisher-place": str,
        "references": str, "reviewed-genre": str, "reviewed-title": str, "scale": str,
        "section": str, "shortTitle": str, "source": str, "status": str, "supplement": str,
        "supplement-number": str, "title": str, "title-short": str, "URL": str, "version": str,
        "volume": str, "volume-title": str, "year-suffix": str,
    },
    total=False,
)  # fmt: skip

NAME_VARIABLES: frozenset[str] = frozenset(
    name for name, kind in CSLItem.__annotations__.items() if kind == list[CSLName]
)
DATE_VARIABLES: frozenset[str] = frozenset(
    name for name, kind in CSLItem.__annotations__.items() if kind is CSLDate
)
#: Text that a style may read as a number, so that “2” is shown as “2nd” or “vol. 2”.
NUMBER_VARIABLES: frozenset[str] = frozenset(
    {
        "chapter-number", "collection-number", "edition", "issue", "number", "number-of-pages",
        "number-of-volumes", "page", "page-first", "part", "part-number", "printing",
        "printing-number", "section", "supplement", "supplement-number", "version", "volume",
    }
)  # fmt: skip
OTHER_KEYS: frozenset[str] = frozenset({"id", "type", "categories", "custom"})
TEXT_VARIABLES: frozenset[str] = frozenset(
    CSLItem.__annotations__.keys() - NAME_VARIABLES - DATE_VARIABLES - OTHER_KEYS
)

_NAME_KEYS = frozenset(CSLName.__annotations__)
_DATE_KEYS = frozenset(CSLDate.__annotations__)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def validate(item: Mapping[str, object]) -> list[str]:
    """Say in plain words what keeps an item from being CSL-JSON 1.0.2; an empty list if nothing."""
    found: list[str] = []
    kind = item.get("type")
    if kind is None:
        found.append("The type of the source is missing.")
    elif not isinstance(kind, str) or kind not in TYPES:
        found.append(f"“{kind}” is not a type of source that CSL knows.")
    for key, value in item.items():
        if key in OTHER_KEYS:
            continue
        if key in NAME_VARIABLES:
            found.extend(_name_faults(key, value))
        elif key in DATE_VARIABLES:
            found.extend(_date_faults(key, value))
        elif key not in TEXT_VARIABLES:
            found.append(f"“{key}” is not a field that CSL knows.")
        elif isinstance(value, bool) or not isinstance(value, str | int | float):
            found.append(f"“{key}” should be text.")
    return found


def _name_faults(key: str, value: object) -> list[str]:
    if not isinstance(value, list):
        return [f"“{key}” should be a list of names."]
    found = []
    for place, name in enumerate(value, 1):
        where = f"Name {place} of “{key}”"
        if not isinstance(name, Mapping):
            found.append(f"{where} should have a family and a given name, or stand as one text.")
        elif unknown := [part for part in name if part not in _NAME_KEYS]:
            found.append(f"{where} has a part CSL does not know: “{unknown[0]}”.")
        elif not (name.get("family") or name.get("given") or name.get("literal")):
            found.append(f"{where} is empty.")
    return found


def _date_faults(key: str, value: object) -> list[str]:
    if not isinstance(value, Mapping):
        return [f"“{key}” should be a date."]
    if unknown := [part for part in value if part not in _DATE_KEYS]:
        return [f"“{key}” has a part CSL does not know: “{unknown[0]}”."]
    parts = value.get("date-parts")
    if parts is None:
        given = value.get("literal") or value.get("raw") or value.get("season")
        return [] if given else [f"“{key}” has no date in it."]
    if not isinstance(parts, list) or not 1 <= len(parts) <= 2:
        return [f"“{key}” should be one date, or the first and last day of a span."]
    if not all(is_date(part) for part in parts):
        return [f"“{key}” is not a date of the calendar."]
    return []


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


def tidy(data: Mapping[str, object]) -> CSLItem:
    """Bring loosely typed data into the shape of CSL-JSON and lose nothing.

    Numbers become text, single values leave their lists, text in a date's place is read,
    older field names get their present one, empty values go. What CSL has no field for is
    kept under ``custom``.
    """
    item: dict[str, Any] = {}
    custom: dict[str, Any] = {}
    for key, value in data.items():
        name = RENAMED.get(key, key)
        if name != key and data.get(name):
            name = key
        if _is_empty(value):
            continue
        if key == "custom" and isinstance(value, Mapping):
            custom.update(value)
        elif key in OTHER_KEYS:
            item[key] = value
        elif key in NAME_VARIABLES:
            item[key] = [_tidy_name(one) for one in _listed(value)]
        elif key in DATE_VARIABLES:
            item[key] = _tidy_date(value)
        elif name in TEXT_VARIABLES:
            item[name] = _tidy_text(value)
        else:
            custom[key] = value
    kind = item.get("type")
    if not isinstance(kind, str) or kind not in TYPES:
        if kind:
            custom.setdefault("type", kind)
        item["type"] = "document"
    if custom:
        item["custom"] = custom
    return cast(CSLItem, item)


def _listed(value: object) -> list[object]:
    return [one for one in (value if isinstance(value, list) else [value]) if not _is_empty(one)]


def _is_empty(value: object) -> bool:
    if isinstance(value, list):
        return all(_is_empty(one) for one in value)
    if isinstance(value, Mapping):
        return all(_is_empty(one) for one in value.values())
    return value is None or (isinstance(value, str) and not value.strip())


def _tidy_text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_tidy_text(one) for one in value if not _is_empty(one))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _tidy_name(value: object) -> CSLName:
    if isinstance(value, Mapping):
        return cast(CSLName, {key: part for key, part in value.items() if not _is_empty(part)})
    return name_from_text(str(value))


def _tidy_date(value: object) -> CSLDate:
    if not isinstance(value, Mapping):
        return date_from_text(_tidy_text(value))
    date: dict[str, Any] = {key: part for key, part in value.items() if not _is_empty(part)}
    parts = date.get("date-parts")
    if isinstance(parts, list):
        if parts and not isinstance(parts[0], list):
            parts = [parts]
        if all(is_date(part) for part in parts):
            date["date-parts"] = [[int(number) for number in part] for part in parts]
    return cast(CSLDate, date)


def name_from_text(text: str) -> CSLName:
    """Read “Family, Given” or “Family, Given, Suffix”; text without a comma stands as it is."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1 or len(parts) > 3 or not parts[0]:
        return {"literal": text.strip()}
    name: CSLName = {"family": parts[0]}
    if parts[1]:
        name["given"] = parts[1]
    if len(parts) == 3 and parts[2]:
        name["suffix"] = parts[2]
    return name


def name_as_text(name: CSLName) -> str:
    """Write a name as “Family, Given, Suffix”, particles before the family name."""
    if literal := name.get("literal"):
        return literal
    particles = [name.get("dropping-particle", ""), name.get("non-dropping-particle", "")]
    family = " ".join(part for part in [*particles, name.get("family", "")] if part)
    given, suffix = name.get("given", ""), name.get("suffix", "")
    return ", ".join([family, given, suffix] if suffix else [family, given] if given else [family])


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 13, "summer": 14, "autumn": 15, "fall": 15, "winter": 16}
_WORD_DATE = re.compile(
    r"(?:(?P<y1>\d{4})[ ,.]+)?(?:(?P<d1>\d{1,2})\.?[ ]+)?(?P<m>[A-Za-z]+)\.?"
    r"(?:[ ]+(?P<d2>\d{1,2}))?(?:[ ,]+(?P<y2>\d{4}))?"
)
_NUMBER_DATE = re.compile(r"(-?\d{1,4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:T[\d:.Z+-]*)?)?)?")


def date_from_text(text: str) -> CSLDate:
    """Read “2020”, “2020-03-05”, “2020 Mar 5”, “5 March 2020”, “March 2020”, “2019/2020”.

    What is none of these stands as it is in ``literal``.
    """
    text = " ".join(text.split())
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
    month = _SEASONS.get(word) or (_MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else 0)
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
