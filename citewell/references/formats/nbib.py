"""Write NBIB (MEDLINE), PubMed's format: it holds articles of journals that have a PMID."""

from collections.abc import Mapping
from typing import Any, cast

from citewell.references.csl import MONTHS, CSLName, name_as_text

FIELDS = {
    "title": "TI", "container-title": "JT", "container-title-short": "TA", "volume": "VI",
    "issue": "IP", "page": "PG", "ISSN": "IS", "language": "LA", "abstract": "AB",
    "PMCID": "PMC",
}  # fmt: skip


def write(item: Mapping[str, Any]) -> str | None:
    """Return one record, or None for what is no journal article with a PMID."""
    if item.get("type") != "article-journal" or not item.get("PMID") or not item.get("title"):
        return None
    lines = [("PMID", str(item["PMID"]))]
    lines += [(tag, str(item[field])) for field, tag in FIELDS.items() if item.get(field)]
    if item.get("DOI"):
        lines.append(("LID", f"{item['DOI']} [doi]"))
    parts = ((item.get("issued") or {}).get("date-parts") or [[]])[0]
    if parts and (len(parts) == 1 or 1 <= int(parts[1]) <= 12):
        words = [str(parts[0]), *(MONTHS[int(month) - 1].capitalize() for month in parts[1:2])]
        lines.append(("DP", " ".join([*words, *(str(day) for day in parts[2:3])])))
    for name in item.get("author") or []:
        lines.append(_author(name))
    return "\n".join(f"{tag:<4}- {' '.join(value.split())}" for tag, value in lines)


def _author(name: Mapping[str, Any]) -> tuple[str, str]:
    tag = "CN" if name.get("literal") else "FAU"
    return tag, name_as_text(cast(CSLName, name))
