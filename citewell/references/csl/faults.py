"""What keeps an item from being CSL-JSON 1.0.2, in plain words."""

from collections.abc import Mapping

from citewell.references.csl.dates import is_date
from citewell.references.csl.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    OTHER_KEYS,
    TEXT_VARIABLES,
    TYPES,
    CSLDate,
    CSLName,
)

_NAME_KEYS = frozenset(CSLName.__annotations__)
_DATE_KEYS = frozenset(CSLDate.__annotations__)


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
