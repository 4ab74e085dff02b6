"""Write BibTeX: entries with UTF-8 text, the signs TeX reads as commands escaped."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, cast

from citewell.references.csl import MONTHS, CSLName, family_as_text

_TYPES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "paper-conference": "inproceedings",
    "thesis": "phdthesis", "report": "techreport", "webpage": "online", "manuscript": "unpublished",
    "dataset": "dataset", "software": "software", "patent": "patent", "pamphlet": "booklet",
}  # fmt: skip
FIELDS = {
    "title": "title", "collection-title": "series", "volume": "volume", "edition": "edition",
    "publisher-place": "address", "page": "pages", "DOI": "doi", "URL": "url", "ISBN": "isbn",
    "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid", "genre": "type", "language": "language",
    "abstract": "abstract", "keyword": "keywords", "note": "note",
}  # fmt: skip
_AS_THEY_ARE = {"doi", "url", "pmid", "pmcid", "isbn", "issn"}
_SPECIAL = re.compile(r"[&%$#_]")


def write_all(items: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return one entry per item, each with a key of its own (“hall2014”, “hall2014b”)."""
    taken: set[str] = set()
    entries = []
    for item in items:
        key = base = _key(item)
        count = 1
        while key in taken:
            count += 1
            key = f"{base}-{count}"
        taken.add(key)
        entries.append(_entry(item, key))
    return entries


def _key(item: Mapping[str, Any]) -> str:
    names = item.get("author") or item.get("editor") or [{}]
    name = str(names[0].get("family") or names[0].get("literal") or "source")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    year = ((item.get("issued") or {}).get("date-parts") or [[""]])[0][:1]
    return (re.sub(r"[^a-z]", "", plain)[:30] or "source") + "".join(str(part) for part in year)


def _entry(item: Mapping[str, Any], key: str) -> str:
    kind = _TYPES.get(str(item.get("type")), "misc")
    fields = [(name, " and ".join(_person(one) for one in item[name]))
              for name in ("author", "editor", "translator") if item.get(name)]  # fmt: skip
    fields += [(name, _value(name, item[field])) for field, name in FIELDS.items()
               if item.get(field)]  # fmt: skip
    if item.get("container-title"):
        holder = "booktitle" if kind in ("incollection", "inproceedings") else "journal"
        fields.append((holder, _value(holder, item["container-title"])))
    if item.get("publisher"):
        holder = {"phdthesis": "school", "techreport": "institution"}.get(kind, "publisher")
        fields.append((holder, _value(holder, item["publisher"])))
    if number := item.get("number" if kind == "techreport" else "issue"):
        fields.append(("number", _value("number", number)))
    fields += _dates(item)
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields)
    return f"@{kind}{{{key},\n{lines}\n}}"


def _value(name: str, value: object) -> str:
    text = " ".join(str(value).split())
    if name in _AS_THEY_ARE:
        return re.sub(r"[{}]", "", text)
    text = re.sub(r"[\\{}]", "", text)
    if name == "pages":
        return re.sub(r"-+", "--", text)
    return _SPECIAL.sub(r"\\\g<0>", text)


def _person(name: Mapping[str, Any]) -> str:
    """“Family, Suffix, Given”; what is one name alone stands in braces."""
    family, given, suffix = (
        family_as_text(cast(CSLName, name)), name.get("given") or "", name.get("suffix") or "",
    )  # fmt: skip
    if literal := name.get("literal") or (family if not given and not suffix else ""):
        return f"{{{_value('author', literal)}}}"
    parts = [family, suffix, given] if suffix else [family, given]
    return ", ".join(_value("author", part) for part in parts)


def _dates(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    fields: list[tuple[str, str]] = []
    parts = ((item.get("issued") or {}).get("date-parts") or [[]])[0]
    if parts:
        fields.append(("year", str(parts[0])))
        if len(parts) > 1 and 1 <= int(parts[1]) <= 12:
            fields.append(("month", MONTHS[int(parts[1]) - 1]))
        if len(parts) > 2:
            fields.append(("date", "-".join(f"{int(part):02}" for part in parts)))
    accessed = ((item.get("accessed") or {}).get("date-parts") or [[]])[0]
    if accessed:
        fields.append(("urldate", "-".join(f"{int(part):02}" for part in accessed)))
    return fields
