"""Crossref's REST API: works by DOI, and by ISBN.

Documented at https://www.crossref.org/documentation/retrieve-metadata/rest-api/. A `mailto`
brings a question into the polite pool.
"""

import html
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from citewell.references.csl import tidy
from citewell.references.identifiers import normalise_doi, normalise_isbn
from citewell.references.lookup.asking import ask
from citewell.references.lookup.model import Configuration, Found, Kind, Notice, NotReached

#: Crossref's types and CSL's, where the names differ.
_TYPES = {
    "journal-article": "article-journal", "proceedings-article": "paper-conference",
    "book-chapter": "chapter", "book-section": "chapter", "book-part": "chapter",
    "monograph": "book", "edited-book": "book", "reference-book": "book", "proceedings": "book",
    "posted-content": "article", "dissertation": "thesis", "report-component": "report",
    "reference-entry": "entry-encyclopedia", "peer-review": "review", "database": "dataset",
}  # fmt: skip
_KEPT = {
    "title", "container-title", "publisher", "volume", "issue", "page", "DOI", "ISSN", "ISBN",
    "URL", "language", "edition", "abstract", "author", "editor", "translator", "issued",
}  # fmt: skip
_NAME_PARTS = {"family": "family", "given": "given", "suffix": "suffix", "name": "literal"}


class Crossref:
    """Asks Crossref."""

    name = "Crossref"

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration

    def find(self, kind: Kind, value: str) -> Found | None:
        """Return the work with this DOI, or the book with this ISBN; see `Source.find`."""
        if kind == "DOI" and (doi := normalise_doi(value)):
            message = self._ask(f"works/{quote(doi, safe='')}", {})
            return _found(message) if message else None
        if kind == "ISBN" and (isbn := normalise_isbn(value)):
            message = self._ask("works", {"filter": f"isbn:{isbn}", "rows": "5"})
            items = message.get("items") if message else None
            books = [
                one for one in _listed(items) if isinstance(one, Mapping) and _type(one) == "book"
            ]
            return _found(books[0]) if books else None
        return None

    def _ask(self, path: str, query: dict[str, str]) -> Mapping[str, Any] | None:
        query = {**query, "mailto": self.configuration.contact}
        base = self.configuration.crossref.rstrip("/")
        data = ask(f"{base}/{path}?{urlencode(query)}", self.configuration, "application/json")
        if data is None:
            return None
        try:
            message = json.loads(data)["message"]
        except (ValueError, KeyError, TypeError, RecursionError):
            message = None
        if not isinstance(message, Mapping):
            raise NotReached("Crossref's answer could not be read.")
        return message


def _type(message: Mapping[str, Any]) -> str:
    kind = str(message.get("type") or "")
    return _TYPES.get(kind, kind)


def _found(message: Mapping[str, Any]) -> Found:
    csl: dict[str, Any] = {"type": _type(message)}
    for field, value in message.items():
        if field not in _KEPT or not value:
            continue
        if field in ("author", "editor", "translator"):
            csl[field] = [_name(one) for one in _listed(value) if isinstance(one, Mapping)]
        elif field == "issued":
            parts = _date(value)
            if parts:
                csl[field] = {"date-parts": [parts]}
        else:
            csl[field] = _text(value[0] if isinstance(value, list) else value)
    subtitles = message.get("subtitle")
    subtitle = _text(subtitles[0]) if isinstance(subtitles, list) and subtitles else ""
    if csl.get("title") and subtitle.lower() not in csl["title"].lower():
        csl["title"] = f"{csl['title']}: {subtitle}"
    if number := message.get("article-number"):
        csl.setdefault("page", str(number))
    item = tidy(csl)
    return Found(item, Crossref.name, tuple(_notices(message)), raw=message)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    """The words of a field: entities read, JATS markup and white space out, CSL's own kept."""
    text = re.sub(r"</?jats:[^<>]{1,200}>", " ", html.unescape(str(value)))
    return " ".join(text.split())


def _name(name: Mapping[str, Any]) -> dict[str, str]:
    return {ours: _text(name[key]) for key, ours in _NAME_PARTS.items() if name.get(key)}


def _date(value: object) -> list[int]:
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else []
    return [part for part in first if isinstance(part, int)] if isinstance(first, list) else []


def _notices(message: Mapping[str, Any]) -> list[Notice]:
    """`updated-by`: what was published on this work; `update-to`: what this notice is about."""
    notices = []
    for field in ("updated-by", "update-to"):
        for one in _listed(message.get(field)):
            if not isinstance(one, Mapping) or not one.get("DOI"):
                continue
            date = "-".join(f"{part:02}" for part in _date(one.get("updated")))
            kind = str(one.get("type") or "update").lower().replace("_", " ")
            doi = normalise_doi(str(one["DOI"])) or str(one["DOI"])
            notices.append(Notice(kind, doi, date, concerns_other=field == "update-to"))
    return notices
