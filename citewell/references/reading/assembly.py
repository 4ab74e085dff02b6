"""Turn the labelled segments of a reference into one CSL-JSON item, keeping track of every word.

A segment is used (its field gets a value and a span) or left over (its words go to `rest`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from citewell.references.reading import dates, names, numbers, organisations, wording
from citewell.references.reading.kinds import choose_type
from citewell.references.reading.segments import Segment

_GENRE_NUMBER = re.compile(
    r"^(?P<genre>.*?\b(?:report|rep|memorandum|paper|TR|patent|bulletin|rapport|publication)\b\.?)[\s,]*(?:(?:number|no|nr|#|n°)\.?\s*)?(?P<number>[\w/.,:-]*\d[\w/.:-]*)$",
    re.IGNORECASE,
)
_HAS_EDITOR_CUE = re.compile(
    r"\b(?:(?-i:[Ee]ds?)|edn|editors?|edited|hrsg|(?-i:[Hh]g)|éds?|in|dir|dirs|coord|a cura|sous la|orgs?)\b",  # noqa: E501
    re.IGNORECASE,
)
_REPOSITORY = re.compile(
    r"^(?:(?:bio|med|chem|psy|soc|edu|eco|earth|engr)?[aA]?r?Xiv|bioRxiv|medRxiv|ChemRxiv|PsyArXiv|SocArXiv|Research Square|SSRN|Preprints(?:\.org)?|Authorea|Zenodo|Dryad|figshare|OSF(?: Preprints)?)(?:\.?\s\[?[Pp]reprint\]?)?$"  # noqa: E501
)
_EDITORS = re.compile(
    r"[(\[,\s](?:(?-i:[Ee]ds?)|editors?|hrsg|(?-i:[Hh]g)|éds?)\.?[)\]]?[.,:]*\s*$", re.IGNORECASE
)


@dataclass
class Assembly:
    """The item under construction: CSL fields, their places, and what is left over."""

    csl: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    left: list[Segment] = field(default_factory=list)

    def use(self, name: str, value: Any, start: int, end: int) -> None:
        """Give a field its value and mark where it stands."""
        self.csl[name] = value
        self.mark(name, start, end)

    def mark(self, name: str, start: int, end: int) -> None:
        """Mark a stretch as understood under a free form of `name` ("lead", "lead-2")."""
        key, number = name, 2
        while key in self.spans:
            key, number = f"{name}-{number}", number + 1
        self.spans[key] = (start, end)


def assemble(segments: list[Segment]) -> Assembly:
    """Return the CSL item that `segments` spell."""
    item = Assembly()
    for segment in segments:
        reader = _READERS.get(segment.label)
        if reader is None or not reader(item, segment):
            item.left.append(segment)
    _settle(item, segments)
    return item


def _text_field(name: str, read: Callable[[str], str]) -> Callable[[Assembly, Segment], bool]:
    def reader(item: Assembly, segment: Segment) -> bool:
        value = read(segment.text)
        if name in item.csl or not re.search(r"\w", value):
            return False
        item.use(name, value, segment.start, segment.end)
        return True

    return reader


def _names(name: str) -> Callable[[Assembly, Segment], bool]:
    def reader(item: Assembly, segment: Segment) -> bool:
        target = name
        if name == "author" and _EDITORS.search(segment.text) and "editor" not in item.csl:
            target = "editor"
        people = names.read_names(segment.text)
        if not people or target in item.csl:
            return False
        item.use(target, people, segment.start, segment.end)
        if names.is_truncated(segment.text):
            item.mark("et-al", segment.start, segment.end)
        return True

    return reader


def _date(item: Assembly, segment: Segment) -> bool:
    known = item.csl.get("issued")
    found = dates.find_date(segment.text)
    if found is None and known and len(known["date-parts"][0]) == 1:  # "(2003) …, 28 April"
        found = dates.find_date(f"{segment.text.strip(' .,;')} {known['date-parts'][0][0]}")
        found = found if found and len(found[0][0]) > 1 else None
    if found is None:
        if dates.says_no_date(segment.text):
            item.mark("no-date", segment.start, segment.end)
            return True
        return False
    parts = found[0]
    if known:
        if known["date-parts"][0] == parts[0][:1] and len(parts[0]) > 1:
            item.csl["issued"] = {"date-parts": parts}
            item.mark("issued", segment.start, segment.end)
            return True
        return False
    item.use("issued", {"date-parts": parts}, segment.start, segment.end)
    return True


def _volume(item: Assembly, segment: Segment) -> bool:
    fields = numbers.read_volume(segment.text)
    if "volume" in item.csl and list(fields) == ["volume"]:
        fields = {"issue": fields["volume"]}
    fields = {name: value for name, value in fields.items() if name not in item.csl}
    if not fields:
        return False
    middle = segment.end
    if "volume" in fields and "issue" in fields:
        first = fields["issue"].split(" ")[0].split("-")[0]
        at = segment.text.find(first, max(1, segment.text.find(fields["volume"].split("-")[0]) + 1))
        middle = segment.start + at if at > 0 else segment.end
    for name, value in fields.items():
        start, end = (
            (middle, segment.end)
            if name == "issue" and middle < segment.end
            else (segment.start, middle)
        )
        item.use(name, value, start, end)
    return True


def _pages(item: Assembly, segment: Segment) -> bool:
    value, is_count = numbers.read_pages(segment.text)
    name = "number-of-pages" if is_count else "page"
    if not re.search(r"\w", value) or name in item.csl:
        return False
    item.use(name, value, segment.start, segment.end)
    return True


def _genre(item: Assembly, segment: Segment) -> bool:
    text = wording.clean_text(segment.text)
    if "genre" in item.csl or not re.search(r"\w", text):
        return False
    match = _GENRE_NUMBER.match(text)
    if match:
        item.use("genre", match["genre"].strip(" ,.:"), segment.start, segment.end)
        item.csl["number"] = match["number"]
    else:
        item.use("genre", text, segment.start, segment.end)
    return True


def _container(item: Assembly, segment: Segment) -> bool:
    name = "collection-title" if "container-title" in item.csl else "container-title"
    return _text_field(name, wording.read_container)(item, segment)


def _identifier(item: Assembly, segment: Segment) -> bool:
    if segment.label in item.csl:
        if item.csl[segment.label] == segment.text:
            item.mark(segment.label, segment.start, segment.end)
            return True
        return False
    item.use(segment.label, segment.text, segment.start, segment.end)
    return True


def _numbered(prefix: str) -> Callable[[Assembly, Segment], bool]:
    def reader(item: Assembly, segment: Segment) -> bool:
        if item.csl.setdefault("number", prefix + segment.text) != prefix + segment.text:
            return False
        item.mark("number", segment.start, segment.end)
        return True

    return reader


def _accessed(item: Assembly, segment: Segment) -> bool:
    if "accessed" in item.csl or not segment.text:
        return False
    parts = [int(part) for part in segment.text.split("-")]
    item.use("accessed", {"date-parts": [parts]}, segment.start, segment.end)
    return True


def _understood(item: Assembly, segment: Segment) -> bool:
    item.mark(segment.label, segment.start, segment.end)
    return True


_READERS: dict[str, Callable[[Assembly, Segment], bool]] = {
    "author": _names("author"),
    "editor": _names("editor"),
    "translator": _names("translator"),
    "title": _text_field("title", wording.read_title),
    "container": _container,
    "collection": _text_field("collection-title", wording.clean_text),
    "publisher": _text_field("publisher", wording.clean_text),
    "location": _text_field("publisher-place", wording.read_place),
    "edition": _text_field("edition", numbers.read_edition),
    "date": _date,
    "volume": _volume,
    "pages": _pages,
    "genre": _genre,
    "DOI": _identifier,
    "PMID": _identifier,
    "PMCID": _identifier,
    "ISBN": _identifier,
    "ISSN": _identifier,
    "URL": _identifier,
    "arXiv": _numbered("arXiv:"),
    "NCT": _numbered(""),
    "accessed": _accessed,
    "lead": _understood,
    "medium": _understood,
    "chip": _understood,
    "status": _text_field("status", str.lower),
}


def _settle(item: Assembly, segments: list[Segment]) -> None:
    """Mend what only the whole shows: a book without title, a web page's publisher, the type."""
    csl, spans = item.csl, item.spans
    if (
        "title" not in csl
        and "container-title" in csl
        and not ({"volume", "page", "issue"} & csl.keys())
    ):
        csl["title"] = csl.pop("container-title")
        spans["title"] = spans.pop("container-title")
    if (
        "author" not in csl
        and "editor" in csl
        and not _HAS_EDITOR_CUE.search(_text_at(segments, spans["editor"]))
    ):
        csl["author"] = csl.pop("editor")
        spans["author"] = spans.pop("editor")
    online = "URL" in csl or "accessed" in csl
    alone = not ({"volume", "page", "issue", "publisher", "editor"} & csl.keys())
    if "container-title" in csl and alone and _REPOSITORY.match(csl["container-title"]):
        csl["publisher"] = re.sub(r"\W+preprint\W*$", "", csl.pop("container-title"), flags=re.I)
        spans["publisher"] = spans.pop("container-title")
    if (
        online
        and alone
        and "author" not in csl
        and organisations.is_organisation(csl.get("container-title", ""))
    ):
        csl["publisher"] = csl.pop("container-title")
        spans["publisher"] = spans.pop("container-title")
    csl["type"] = choose_type(csl, " ".join(s.text for s in segments if not s.shape))


def _text_at(segments: list[Segment], span: tuple[int, int]) -> str:
    return next((s.text for s in segments if (s.start, s.end) == span), "")
