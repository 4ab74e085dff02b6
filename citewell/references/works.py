"""What a CSL-JSON item is known by: its identifiers, and the keys under which it is looked up.

Pure; the library keeps the result in columns so that a double is found by an index.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from citewell.references.csl import CSLItem, CSLName, name_as_text, tidy, year_of
from citewell.references.identifiers import NORMALISERS, normalise_arxiv, normalise_nct

#: CSL's name of each identifier the library keeps, and the column it is kept in.
COLUMNS = {
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "ISBN": "isbn",
    "ISSN": "issn",
    "arXiv": "arxiv",
    "NCT": "nct",
}
#: Those that name one work; a journal has an ISSN, a trial many papers, a chapter its book's ISBN.
NAMES_ONE_WORK = ("DOI", "PMID", "PMCID", "arXiv")
_LONGEST_KEY = 200


@dataclass(frozen=True)
class Work:
    """One work as it is compared with others.

    Attributes:
        title: as written; ``key`` is the same folded to bare letters and digits.
        authors: family names as a list shows them; ``author`` is the first one, folded.
        year: of publication, None where unknown.
        place: where it stands in print: ``volume:first page``; empty where either is missing.
        identifiers: normalised, by CSL's names and arXiv and NCT.
    """

    title: str = ""
    key: str = ""
    authors: str = ""
    author: str = ""
    year: int | None = None
    place: str = ""
    kind: str = ""
    language: str = ""
    identifiers: dict[str, str] = field(default_factory=dict)

    @property
    def start(self) -> str:
        """The first four words of the title, folded: where a near match is looked for."""
        return " ".join(self.key.split()[:4])[:80]


def work_of(csl: Mapping[str, Any]) -> Work:
    """What an item is known by; of an item in disorder, what can be read of it."""
    item = tidy(csl)
    names = item.get("author") or item.get("editor") or []
    families = [_family(name) for name in names if isinstance(name, Mapping)]
    title = str(item.get("title") or "")
    year = year_of(item)
    return Work(
        title=title,
        key=folded(title)[:_LONGEST_KEY],
        authors=", ".join(filter(None, families)),
        author=folded(families[0])[:80] if families else "",
        year=year if year is not None and abs(year) < 10_000 else None,
        place=_place(item),
        kind=str(item.get("type") or "")[:40],
        language=str(item.get("language") or "")[:35],
        identifiers=identifiers_of(item),
    )


def _family(name: CSLName) -> str:
    return str(name.get("family") or name_as_text(name))


def _place(item: CSLItem) -> str:
    volume = re.match(r"\w+", str(item.get("volume") or ""))
    page = re.match(r"\w+", str(item.get("page") or ""))
    return f"{volume[0]}:{page[0]}".lower()[:40] if volume and page else ""


def folded(text: str) -> str:
    """Lower-case letters and digits of any script, one space between words, no accents."""
    simple = unicodedata.normalize("NFKD", re.sub(r"<[^<>]{1,20}>", "", text))
    plain = unicodedata.normalize("NFKD", simple.casefold())
    bare = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return " ".join(re.findall(r"[^\W_]+", bare.replace("'", "").replace("’", "")))


def identifiers_of(item: Mapping[str, Any]) -> dict[str, str]:
    """The identifiers of an item, normalised; one whose check digit is wrong is left out."""
    found = {}
    for name in ("DOI", "PMID", "PMCID", "ISBN", "ISSN"):
        value = NORMALISERS[name](str(item.get(name) or "").split(";")[0])
        if value and len(value) <= 250:
            found[name] = value
    number, url = str(item.get("number") or ""), str(item.get("URL") or "")
    for name, normalise, cue in (
        ("arXiv", normalise_arxiv, "arxiv"),
        ("NCT", normalise_nct, "nct"),
    ):
        for text in (number, url):
            if cue in text.lower() and name not in found and (value := normalise(text)):
                found[name] = value
    doi = re.fullmatch(r"10\.48550/arxiv\.(.+)", found.get("DOI", ""))
    if doi and "arXiv" not in found and (preprint := normalise_arxiv(doi[1])):
        found["arXiv"] = preprint
    return found


def identifier_faults(csl: Mapping[str, Any]) -> list[str]:
    """In plain words, the identifiers of an item that are none: bad form or check digit."""
    faults = []
    for name in ("DOI", "PMID", "PMCID", "ISBN", "ISSN"):
        text = str(csl.get(name) or "").strip()
        for one in filter(None, (part.strip() for part in text.split(";"))):
            if NORMALISERS[name](one) is None:
                what = (
                    "its check digit is wrong" if name in ("ISBN", "ISSN") else "look at it again"
                )
                faults.append(f"“{one[:80]}” is not a valid {name}: {what}.")
    return faults


def text_key(raw: str) -> str:
    """What a pasted text is known by, whatever its blanks and line ends; empty of an empty one."""
    text = " ".join(raw.split())
    return (
        hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest() if text else ""
    )
