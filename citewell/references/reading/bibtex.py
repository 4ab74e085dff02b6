# ruff: noqa: E501 (patterns and tables read better unbroken)
"""Read pasted BibTeX entries, with bibtexparser; an entry it cannot read stays, in red."""

import re
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

from citewell.references.csl import is_date
from citewell.references.reading import dates, names, numbers, wording
from citewell.references.reading.identifiers import find_identifiers
from citewell.references.reading.model import Colour, Reading
from citewell.references.reading.tagged import person

_TYPES = {
    "article": "article-journal", "book": "book", "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference",
    "conference": "paper-conference", "proceedings": "book", "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report",
    "report": "report", "manual": "report", "booklet": "pamphlet", "online": "webpage", "electronic": "webpage", "www": "webpage", "unpublished": "manuscript",
    "dataset": "dataset", "software": "software", "patent": "patent", "collection": "book", "mvbook": "book",
}  # fmt: skip
_PLAIN = {
    "title": "title", "journal": "container-title", "journaltitle": "container-title", "booktitle": "container-title", "series": "collection-title",
    "volume": "volume", "number": "issue", "issue": "issue", "publisher": "publisher", "institution": "publisher", "school": "publisher", "organization": "publisher",
    "address": "publisher-place", "location": "publisher-place", "abstract": "abstract", "keywords": "keyword", "language": "language", "type": "genre", "note": "note",
}  # fmt: skip
_LITERAL = {"url", "doi", "howpublished", "eprint"}
_DASHES = re.compile(r"-{2,3}|[–—]")


def read_bibtex(raw: str, strings: str = "") -> Reading:
    """Return what one BibTeX entry says; `raw` is the entry from "@" to its last brace.

    `strings` are the "@string" abbreviations of its file.
    """
    try:
        library = parse_string(f"{strings}\n{raw}")
        plain = {field.key.lower(): str(field.value) for field in library.entries[0].fields}
        entry = LatexDecodingMiddleware(keep_braced_groups=True).transform(library).entries[0]
    except Exception:  # a pasted entry can break the parser in ways it does not name
        return Reading(raw, {}, "red", raw)
    fields = {name.lower(): str(value.value) for name, value in entry.fields_dict.items()}
    for name in _LITERAL & plain.keys():
        fields[name] = re.sub(r"\\([_&%#$~])", r"\1", plain[name])
    csl: dict[str, Any] = {"type": _TYPES.get(entry.entry_type.lower(), "document")}
    spans: dict[str, tuple[int, int]] = {}
    left: list[str] = []
    for name, value in fields.items():
        before = set(csl)
        understood = _put(csl, name, value, fields)
        place = re.search(rf"\b{re.escape(name)}\s*=", raw, re.IGNORECASE)
        if not understood:
            left.append(f"{name} = {value}")
        elif place:
            for field in set(csl) - before or {name}:
                spans.setdefault(field, (place.start(), _field_end(raw, place.end())))
    colour: Colour = (
        "green"
        if "title" in csl and ("author" in csl or "editor" in csl or "issued" in csl)
        else "amber"
        if "title" in csl
        else "red"
    )
    return Reading(raw, csl, colour, "\n".join(left), spans)


def _field_end(raw: str, at: int) -> int:
    depth = 0
    for position in range(at, len(raw)):
        char = raw[position]
        depth += (char == "{") - (char == "}")
        if depth < 0 or (
            char == "," and not depth and raw[position + 1 : position + 2] in ("\n", " ", "")
        ):
            return position
    return len(raw)


def _put(csl: dict[str, Any], name: str, value: str, fields: dict[str, str]) -> bool:
    text = re.sub(r"\s+", " ", value.replace("{", "").replace("}", "")).strip()
    if not text:
        return True
    if name in ("author", "editor", "translator"):
        people = _split_names(re.sub(r"\s+", " ", value))
        csl[name] = [_person(part) for part in people if part != "others"]
        return True
    if name == "year" and "issued" in csl:
        return True
    if name in ("year", "date"):
        parts = (
            _iso(text)
            or dates.read_date(
                f"{fields.get('month', '')} {text}"
                if "month" in fields and name == "year"
                else text
            )
            or dates.read_date(text)
        )
        if parts:
            csl["issued"] = {"date-parts": parts}
        return bool(parts)
    if name == "month":
        return "year" in fields
    if name == "urldate":
        parts = _iso(text) or dates.read_date(text)
        if parts:
            csl["accessed"] = {"date-parts": parts}
        return bool(parts)
    if name == "pages":
        csl["page"] = numbers.read_pages(_DASHES.sub("-", text))[0]
        return True
    if name == "edition":
        csl["edition"] = numbers.read_edition(text)
        return True
    if name in ("doi", "url", "isbn", "issn", "pmid", "pmcid", "eprint", "howpublished"):
        prefix = {
            "isbn": "ISBN ",
            "issn": "ISSN ",
            "pmid": "PMID: ",
            "pmcid": "PMCID: ",
            "eprint": "arXiv:",
        }.get(name, "")
        found = next(iter(find_identifiers(prefix + text)), None)
        if found and found.kind == "arXiv":
            csl.setdefault("number", "arXiv:" + found.value)
        elif found:
            csl.setdefault(found.kind, found.value)
        return found is not None
    field = _PLAIN.get(name)
    if field is None or field in csl:
        return False
    if field == "issue" and csl["type"] == "report":
        field = "number"
    csl[field] = (
        wording.field_text(text)
        if field in ("title", "container-title", "publisher", "publisher-place")
        else _DASHES.sub("-", text)
    )
    return True


def _iso(text: str) -> list[list[int]] | None:
    """Read “2020-03” and “2020-03-05”, which elsewhere could be a span."""
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", text)
    parts = [int(part) for part in match.groups() if part] if match else []
    return [parts] if parts and is_date(parts) else None


def _split_names(text: str) -> list[str]:
    """The names between “and”, but for an “and” in braces: “{Research and Care Group}”."""
    people = [""]
    depth = 0
    for piece in re.split(r"([{}]|\band\b)", text):
        depth += (piece == "{") - (piece == "}")
        if piece == "and" and depth <= 0:
            people.append("")
        else:
            people[-1] += piece
    return [one.strip() for one in people if one.strip(" ,{}")]


def _person(text: str) -> names.Name:
    if re.fullmatch(r"\{[^{}]*\}", text):
        return {"literal": text.strip("{} ")}
    text = text.replace("{", "").replace("}", "")
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 3:  # von Last, Jr, First
        return person(", ".join([parts[0], parts[2], parts[1]]))
    return person(text.strip(" ,"))
