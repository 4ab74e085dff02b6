"""An item as the plain lines a person reads and corrects, and back; pure.

What a person left as it was stays exactly as it was in the item.
"""

from collections.abc import Mapping
from typing import Any

from citewell.references.csl import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    CSLDate,
    date_from_text,
    name_as_text,
    name_from_text,
    tidy,
)

#: The parts in the order in which a reference is read, with what a person calls them.
PARTS = {
    "type": "Type of work",
    "author": "Authors, one a line: Family, Given",
    "editor": "Editors, one a line: Family, Given",
    "title": "Title",
    "container-title": "Journal, book or website",
    "issued": "Published",
    "volume": "Volume",
    "issue": "Issue",
    "page": "Pages",
    "edition": "Edition",
    "publisher": "Publisher",
    "publisher-place": "Place",
    "number": "Number",
    "DOI": "DOI",
    "PMID": "PMID",
    "PMCID": "PMCID",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "URL": "Address (URL)",
    "accessed": "Seen on",
    "language": "Language",
}


def parts_of(csl: Mapping[str, Any]) -> dict[str, str]:
    """Every part of ``PARTS`` as text; empty where the item has none."""
    item: Mapping[str, Any] = tidy(csl)
    return {name: _as_text(name, item[name]) if item.get(name) else "" for name in PARTS}


def _as_text(name: str, value: Any) -> str:
    if name in NAME_VARIABLES:
        return "\n".join(name_as_text(one) for one in value)
    if name in DATE_VARIABLES:
        return date_as_text(value)
    return str(value)


def date_as_text(date: CSLDate) -> str:
    """“2020-03-05”, a span with a slash, or the words it was given in."""
    spans = date.get("date-parts") or []
    if spans:
        return "/".join(
            "-".join(f"{int(part):02d}" if place else str(part) for place, part in enumerate(parts))
            for parts in spans
        )
    return str(date.get("literal") or date.get("raw") or date.get("season") or "")


def with_parts(csl: Mapping[str, Any], parts: Mapping[str, str]) -> dict[str, Any]:
    """The item with the parts a person changed; a part not given or unchanged stays."""
    before, item = parts_of(csl), dict(csl)
    for name, text in parts.items():
        if name not in PARTS or " ".join(text.split()) == " ".join(before[name].split()):
            continue
        item.pop(name, None)
        if value := _from_text(name, text.strip()):
            item[name] = value
    if item:
        item.setdefault("type", "document")
    return item


def _from_text(name: str, text: str) -> Any:
    if not text:
        return None
    if name in NAME_VARIABLES:
        return [name_from_text(line) for line in text.splitlines() if line.strip()]
    return date_from_text(text) if name in DATE_VARIABLES else " ".join(text.split())
