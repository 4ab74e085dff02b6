# ruff: noqa: E501 (patterns and tables read better unbroken)
"""Read pasted RIS and NBIB (MEDLINE) records: one tag per line.

rispy reads whole files and drops malformed records silently; here every record keeps its raw text,
and a line that means nothing to us goes to `rest`.
"""

import re
from dataclasses import dataclass
from typing import Any

from citewell.references.reading import dates, names, numbers, organisations, wording
from citewell.references.reading.identifiers import find_identifiers
from citewell.references.reading.model import Colour, Reading

RIS_TAG = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*))?$")
NBIB_TAG = re.compile(r"([A-Z]{2,4}) {0,2}- (.*)$")
_RIS_TYPES = {
    "JOUR": "article-journal", "JFULL": "article-journal", "EJOUR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper",
    "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "RPRT": "report", "GOVDOC": "report", "STAND": "standard", "THES": "thesis", "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog",
    "DATA": "dataset", "COMP": "software", "UNPB": "manuscript", "VIDEO": "motion_picture", "PAT": "patent", "INPR": "article", "PREP": "article",
    "STAT": "legislation", "BILL": "bill", "CASE": "legal_case", "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary",
}  # fmt: skip
_FIELDS = {
    # RIS
    "TI": "title", "T1": "title", "AU": "author", "A1": "author", "A2": "editor", "ED": "editor", "A4": "translator", "JO": "container-title-short",
    "JF": "container-title", "JA": "container-title-short", "T2": "container-title", "BT": "container-title", "T3": "collection-title", "VL": "volume", "IS": "issue",
    "SP": "page", "EP": "page", "PB": "publisher", "CY": "publisher-place", "PP": "publisher-place", "PY": "issued", "Y1": "issued", "DA": "issued", "Y2": "accessed",
    "DO": "DOI", "UR": "URL", "L2": "URL", "SN": "serial", "LA": "language", "ET": "edition", "AB": "abstract", "N2": "abstract", "KW": "keyword", "AN": "accession", "C2": "accession", "M1": "number", "M3": "genre", "N1": "note",
    # NBIB
    "PMID": "PMID", "FAU": "author", "CN": "organisation", "TA": "container-title-short", "JT": "container-title", "DP": "issued", "VI": "volume", "IP": "issue",
    "PG": "page", "LID": "doi-like", "AID": "doi-like", "PMC": "PMCID", "BTI": "title", "FED": "editor", "PT": "publication-type", "PL": "publisher-place",
}  # fmt: skip
_NBIB_OTHER = {
    "IS": "issn-like",
    "TI": "title",
    "AB": "abstract",
    "LA": "language",
    "PB": "publisher",
    "AU": "short-author",
    "ED": "short-author",
}


@dataclass
class _Tag:
    name: str
    value: str
    start: int
    end: int


def _tags(raw: str, pattern: re.Pattern[str]) -> list[_Tag]:
    tags: list[_Tag] = []
    position = 0
    for line in raw.split("\n"):
        match = pattern.match(line.strip("\ufeff \t\r") if pattern is RIS_TAG else line.rstrip())
        end = position + len(line.rstrip())
        if match:
            tags.append(_Tag(match[1], (match[2] or "").strip(), position, end))
        elif line.strip() and tags:
            tags[-1].value = f"{tags[-1].value} {line.strip()}".strip()
            tags[-1].end = end
        elif line.strip():
            tags.append(_Tag("", line.strip(), position, end))
        position += len(line) + 1
    return tags


def read_ris(raw: str) -> Reading:
    """Return what one RIS record says."""
    return _read(raw, _tags(raw, RIS_TAG), _FIELDS)


def read_nbib(raw: str) -> Reading:
    """Return what one NBIB (MEDLINE) record says."""
    tags = _tags(raw, NBIB_TAG)
    fields = _FIELDS | _NBIB_OTHER
    if not any(tag.name == "FAU" for tag in tags):
        fields = fields | {"AU": "author"}
    return _read(raw, tags, fields)


def _read(raw: str, tags: list[_Tag], fields: dict[str, str]) -> Reading:
    csl: dict[str, Any] = {"type": "article-journal"}
    spans: dict[str, tuple[int, int]] = {}
    left: list[str] = []
    for tag in tags:
        name = fields.get(tag.name, "")
        if tag.name == "TY":
            csl["type"] = _RIS_TYPES.get(tag.value.upper(), "document")
            spans["type"] = (tag.start, tag.end)
        elif tag.name == "ER":
            spans["end"] = (tag.start, tag.end)
        elif not name or not tag.value or not _put(csl, name, tag):
            left.append(raw[tag.start : tag.end])
        else:
            key = name if name in csl else next(iter(set(csl) - set(spans)), name)
            first = spans.get(key, (tag.start, tag.end))
            spans[key] = (
                (first[0], tag.end)
                if key == "author"
                else first
                if key in spans
                else (tag.start, tag.end)
            )
    short = csl.pop("container-title-short", None)
    if short and "container-title" not in csl:
        csl["container-title"] = short
        spans["container-title"] = spans.pop("container-title-short")
    elif short:
        csl["container-title-short"] = short
    colour: Colour = (
        "green"
        if "title" in csl and ("author" in csl or "issued" in csl or "DOI" in csl)
        else "amber"
        if "title" in csl
        else "red"
    )
    return Reading(raw, csl, colour, "\n".join(left), spans)


def _put(csl: dict[str, Any], name: str, tag: _Tag) -> bool:
    """Set the field `name` from a tag; return whether the tag was understood."""
    value = tag.value
    if name in ("author", "editor", "translator"):
        people = [person(value)] if value else []
        csl.setdefault(name, []).extend(people)
        return bool(people)
    if name == "organisation":
        csl.setdefault("author", []).append({"literal": re.sub(r"(?<=\w{4})\.$", "", value)})
        return True
    if name == "short-author":
        return True
    if name in ("issued", "accessed"):
        parts = _date(value)
        if parts and len(parts[0]) > len(csl.get(name, {"date-parts": [[]]})["date-parts"][0]):
            csl[name] = {"date-parts": parts}
        return bool(parts)
    if name == "page":
        pages = numbers.read_pages(value)[0]
        csl["page"] = (
            f"{csl['page']}-{pages}"
            if tag.name == "EP" and "page" in csl and "-" not in csl["page"]
            else csl.get("page", pages)
        )
        return True
    if name in ("DOI", "doi-like", "URL", "serial", "issn-like", "PMCID"):
        return _identifier(csl, name, value)
    if name == "keyword":
        csl["keyword"] = f"{csl['keyword']}, {value}" if "keyword" in csl else value
        return True
    if name == "accession":
        return _accession(csl, value)
    if name == "publication-type" or name in csl:
        return False
    csl[name] = (
        wording.field_text(value)
        if name
        in ("title", "container-title", "container-title-short", "publisher", "publisher-place")
        else value
    )
    if name == "edition":
        csl[name] = numbers.read_edition(value)
    return True


def _date(value: str) -> list[list[int]] | None:
    slashes = re.match(r"(\d{4})/(\d{1,2})?/?(\d{1,2})?/?", value)
    if slashes:
        return [[int(part) for part in slashes.groups() if part]]
    return dates.read_date(value)


def _identifier(csl: dict[str, Any], name: str, value: str) -> bool:
    if name in ("serial", "issn-like"):
        prefixes = ("ISSN ", "ISBN ") if name == "serial" else ("ISSN ",)
        found = next(
            (f for prefix in prefixes for f in find_identifiers(prefix + value.split(" ")[0])), None
        )
    elif name == "PMCID":
        found = next(iter(find_identifiers("PMCID: " + value)), None)
    else:
        found = next(iter(find_identifiers(value)), None)
    if found is None or (
        found.kind in csl and csl[found.kind] != found.value and found.kind != "ISSN"
    ):
        return False
    if name == "doi-like" and found.kind != "DOI":
        return False
    csl.setdefault(found.kind, found.value)
    return True


def _accession(csl: dict[str, Any], value: str) -> bool:
    """Read the number of a database: PubMed's, or PubMed Central's."""
    if re.fullmatch(r"[1-9]\d{0,7}", value):
        return csl.setdefault("PMID", value) == value
    found = next(iter(find_identifiers(f"PMCID: {value}")), None)
    return found is not None and csl.setdefault(found.kind, found.value) == found.value


def person(text: str) -> names.Name:
    """Return the CSL name in "Family, Given, Suffix" or "Given Family"."""
    if text.rstrip().endswith(","):  # an organisation, as reference managers mark it
        return {"literal": text.rstrip(", ")}
    family, *others = [part.strip() for part in text.strip(" ,").split(",")]
    if any(others) and not organisations.is_organisation(text):
        name: names.Name = {"family": family}
        if others[0]:
            name["given"] = names.spell_given(others[0])
        if suffix := next(filter(None, others[1:]), ""):
            name["suffix"] = suffix
        return name
    read = names.read_names(text)
    return read[0] if len(read) == 1 else {"literal": text}
