"""Write RIS, the tagged format every reference manager reads."""

from collections.abc import Mapping
from typing import Any

from citewell.references.formats.people import write_person

_TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "article": "PREP", "book": "BOOK", "chapter": "CHAP", "paper-conference": "CPAPER",
    "report": "RPRT", "standard": "STAND", "thesis": "THES", "webpage": "ELEC",
    "post-weblog": "BLOG", "dataset": "DATA", "software": "COMP", "manuscript": "UNPB",
    "motion_picture": "VIDEO", "patent": "PAT", "legislation": "STAT", "bill": "BILL",
    "legal_case": "CASE", "entry-encyclopedia": "ENCYC", "entry-dictionary": "DICT",
}  # fmt: skip
#: CSL fields and the tag that holds them as they are, in the order they are written.
FIELDS = {
    "title": "TI", "container-title": "T2", "container-title-short": "JA",
    "collection-title": "T3", "volume": "VL", "issue": "IS", "number": "M1", "edition": "ET",
    "publisher": "PB", "publisher-place": "CY", "genre": "M3", "DOI": "DO", "PMID": "AN",
    "PMCID": "C2", "ISSN": "SN", "ISBN": "SN", "URL": "UR", "language": "LA", "abstract": "AB",
    "note": "N1",
}  # fmt: skip
_NAMES = {"author": "AU", "editor": "ED", "translator": "A4"}


def write(item: Mapping[str, Any]) -> str:
    """Return one record, from “TY” to “ER”."""
    lines = [("TY", _TYPES.get(str(item.get("type")), "GEN"))]
    for field, tag in _NAMES.items():
        lines += [(tag, write_person(name)) for name in item.get(field) or []]
    lines += [(tag, str(item[field])) for field, tag in FIELDS.items() if item.get(field)]
    first, dash, last = str(item.get("page") or "").partition("-")
    if dash and first and last and "-" not in last:
        lines += [("SP", first), ("EP", last)]
    elif first:
        lines.append(("SP", str(item["page"])))
    for field, year, day in (("issued", "PY", "DA"), ("accessed", "", "Y2")):
        parts = (item.get(field) or {}).get("date-parts") or [[]]
        if parts[0] and year:
            lines.append((year, f"{parts[0][0]:04}"))
        if len(parts[0]) > 1 or (parts[0] and not year):
            lines.append((day, date(parts[0])))
    lines += [("KW", word.strip()) for word in str(item.get("keyword") or "").split(",") if word]
    written = [f"{tag}  - {' '.join(value.split())}" for tag, value in lines if value.strip()]
    return "\n".join([*written, "ER  - "])


def date(parts: list[int]) -> str:
    """“2020/03/05/”, the empty parts left empty."""
    return "/".join([f"{part:02}" for part in parts[:3]] + [""] * (4 - len(parts[:3])))
