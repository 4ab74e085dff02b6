"""Bring loosely typed data into the shape of CSL-JSON."""

from collections.abc import Mapping
from typing import Any, cast

from citewell.references.csl.dates import date_from_text, is_date
from citewell.references.csl.names import name_from_text
from citewell.references.csl.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    OTHER_KEYS,
    RENAMED,
    TEXT_VARIABLES,
    TYPES,
    CSLDate,
    CSLItem,
    CSLName,
)


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
