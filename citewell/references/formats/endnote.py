"""Read EndNote's XML export."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from citewell.references.csl import date_from_text
from citewell.references.files import Refused, as_text
from citewell.references.formats.model import Contents, named
from citewell.references.formats.people import read_person
from citewell.references.reading import Reading
from citewell.references.reading.identifiers import find_identifiers
from citewell.references.reading.model import Colour

_TYPES = {
    "journal article": "article-journal", "electronic article": "article-journal", "book": "book",
    "edited book": "book", "electronic book": "book", "book section": "chapter",
    "electronic book section": "chapter", "conference paper": "paper-conference",
    "conference proceedings": "paper-conference", "report": "report", "thesis": "thesis",
    "web page": "webpage", "newspaper article": "article-newspaper",
    "magazine article": "article-magazine", "dataset": "dataset", "patent": "patent",
    "manuscript": "manuscript", "computer program": "software", "statute": "legislation",
    "bill": "bill", "case": "legal_case", "government document": "report", "standard": "standard",
    "encyclopedia": "entry-encyclopedia", "dictionary": "entry-dictionary", "blog": "post-weblog",
}  # fmt: skip
_FIELDS = {
    "titles/title": "title", "titles/short-title": "title-short", "volume": "volume",
    "number": "issue", "pages": "page", "edition": "edition", "publisher": "publisher",
    "pub-location": "publisher-place", "abstract": "abstract", "language": "language",
    "notes": "note", "call-num": "call-number", "work-type": "genre",
    "titles/tertiary-title": "collection-title",
}  # fmt: skip
_CONTAINERS = ("titles/secondary-title", "periodical/full-title")
_SHORT = ("periodical/abbr-1", "alt-periodical/abbr-1", "titles/alt-title")
_NAMES = {"authors": "author", "secondary-authors": "editor", "subsidiary-authors": "translator"}


def read(data: bytes) -> Contents:
    """Return a reading per record; `raw` is the record's own XML.

    Raises:
        Refused: broken XML, XML with entities of its own, or no records in it.
    """
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", as_text(data).lstrip("\ufeff"))
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
    try:
        root = fromstring(text, forbid_dtd=False)
    except DefusedXmlException:
        raise Refused("The XML defines entities of its own and is not read.") from None
    except (ParseError, ValueError, RecursionError):
        raise Refused("The file is broken XML.") from None
    if root.find(".//record") is None:
        raise Refused("The XML holds no records of references.")
    contents = Contents()
    for element in _entries(root):
        reading = _read(element) if isinstance(element, Element) else _strange(element)
        contents.readings.append(reading)
        if sentence := named(reading, len(contents.readings)):
            contents.problems.append(sentence)
    return contents


def _entries(root: Element) -> Iterator[Element | str]:
    """The records, and the text of anything else that stands among them."""
    if root.tag == "record":
        yield root
        return
    yield from _words(root.text)
    for child in root:
        if child.find(".//record") is not None or child.tag == "record":
            yield from _entries(child)
        else:
            yield from _words(_text(child))
        yield from _words(child.tail)


def _words(text: str | None) -> Iterator[str]:
    if text and re.search(r"\w", text):
        yield " ".join(text.split())


def _strange(text: str) -> Reading:
    return Reading(text, {}, "red", text)


def _text(element: Element | None) -> str:
    """The text of an element and of the styled runs inside it."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _read(record: Element) -> Reading:
    kind = record.find("ref-type")
    name = (kind.get("name") if kind is not None else "") or ""
    csl: dict[str, Any] = {"type": _TYPES.get(name.lower(), "document")}
    for path, field in _FIELDS.items():
        if value := _text(record.find(path)):
            csl[field] = value
    for path, field in _NAMES.items():
        people = [_text(one) for one in record.findall(f"contributors/{path}/author")]
        if people := [one for one in people if one.strip(" ,")]:
            csl[field] = [read_person(one) for one in people]
    for paths, field in ((_CONTAINERS, "container-title"), (_SHORT, "container-title-short")):
        value = next((found for path in paths if (found := _text(record.find(path)))), "")
        if value and value != csl.get("container-title"):
            csl[field] = value
    if keywords := [_text(one) for one in record.findall("keywords/keyword")]:
        csl["keyword"] = ", ".join(one for one in keywords if one)
    _date(record, csl)
    left = _identifiers(record, csl)
    raw = tostring(record, encoding="unicode").strip()
    colour: Colour = "green" if "title" in csl and ("author" in csl or "issued" in csl) else "amber"
    return Reading(raw, csl, colour if "title" in csl else "red", "\n".join(left))


def _date(record: Element, csl: dict[str, Any]) -> None:
    year, day = _text(record.find("dates/year")), _text(record.find("dates/pub-dates/date"))
    if not year and not day:
        return
    whole = date_from_text(f"{day} {year}" if year and year not in day else day or year)
    csl["issued"] = whole if "date-parts" in whole else date_from_text(year or day)


def _identifiers(record: Element, csl: dict[str, Any]) -> list[str]:
    """Set DOI, ISBN, ISSN, PMID, PMCID and address; return what is none of them."""
    left = []
    for path, label in (("electronic-resource-num", "doi:"), ("isbn", ""), ("accession-num", ""),
                        ("custom2", "")):  # fmt: skip
        text = _text(record.find(path))
        labels = ("ISSN ", "ISBN ") if path == "isbn" else (label, "PMID: ")
        for value in text.split() if path == "isbn" else [text] if text else []:
            tries = (find_identifiers(label + value) for label in labels)
            found = next((hit[0] for hit in tries if hit), None)
            if found:
                csl.setdefault(found.kind, found.value)
            elif re.search(r"\w", value):
                left.append(value)
    for url in record.findall("urls/related-urls/url") + record.findall("urls/web-urls/url"):
        if (found := next(iter(find_identifiers(_text(url))), None)) and found.kind == "URL":
            csl.setdefault("URL", found.value)
    return left
