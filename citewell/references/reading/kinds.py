"""Choose the CSL type of a reference from the fields it has."""

import re
from typing import Any

_THESIS = re.compile(
    r"\b(?:thesis|dissertation|diss\.|tesis|thèse|doctoral|master['’]?s|habilitation)",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:report|guidelines?|guidance|white paper|working paper|memorandum|fact ?sheet no|rapport|TR)\b",  # noqa: E501
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"\b(?:proceedings|proc\.|conference|conf\.|symposium|workshop|congress|annual meeting|poster|abstracts? (?:of|from|book))",  # noqa: E501
    re.IGNORECASE,
)
_PREPRINT = re.compile(
    r"\b(?:bioRxiv|medRxiv|arXiv|Research Square|SSRN|PsyArXiv|ChemRxiv|preprint)\b", re.IGNORECASE
)
_DATASET = re.compile(
    r"\[data ?set\]|\b(?:Zenodo|Dryad|figshare|Harvard Dataverse)\b", re.IGNORECASE
)
_SOFTWARE = re.compile(
    r"\[(?:computer software|software|computer program|mobile app)[^\]]*\]|\bR package\b",
    re.IGNORECASE,
)
_NEWSPAPER = re.compile(
    r"^(?:The\s)?(?:[\w ]*\b(?:Times|Guardian|Herald|Tribune|Gazette|Telegraph|Independent|Globe|Observer|Daily Mail|Washington Post|Le Monde|El País|Zeitung|USA Today|Wall Street Journal)\b[\w ]*)$"  # noqa: E501
)
_VIDEO = re.compile(r"\[(?:video|film|motion picture|dvd|podcast)[^\]]*\]", re.IGNORECASE)
_PATENT = re.compile(r"\bpatents?\b", re.IGNORECASE)


def choose_type(csl: dict[str, Any], text: str) -> str:
    """Return the CSL 1.0.2 type that fits the fields in `csl`; `text` is the whole reference."""
    genre = str(csl.get("genre", ""))
    container = str(csl.get("container-title", ""))
    serial = bool(csl.keys() & {"volume", "issue"})
    if _THESIS.search(genre):
        return "thesis"
    if _PATENT.search(genre):
        return "patent"
    if _DATASET.search(text) and not serial:
        return "dataset"
    if _SOFTWARE.search(text):
        return "software"
    if _VIDEO.search(text):
        return "motion_picture"
    if _PREPRINT.search(f"{container} {csl.get('publisher', '')} {genre}") or str(
        csl.get("number", "")
    ).startswith("arXiv"):
        return "article" if not serial or "page" not in csl else "article-journal"
    if container:
        return _contained(csl, container, serial, text)
    if _REPORT.search(genre) or (genre and "number" in csl):
        return "report"
    online = "URL" in csl or "accessed" in csl
    if "publisher" in csl and not (
        "accessed" in csl and "publisher-place" not in csl and "ISBN" not in csl
    ):
        if _THESIS.search(text) and not serial:
            return "thesis"
        if _REPORT.search(str(csl.get("title", ""))) and "edition" not in csl and "ISBN" not in csl:
            return "report"
        return "book"
    if online:
        return "webpage"
    if "publisher-place" in csl or "edition" in csl or "ISBN" in csl or "editor" in csl:
        return "book"
    return (
        "article-journal"
        if serial or "page" in csl or "PMID" in csl or "DOI" in csl
        else "document"
    )


def _contained(csl: dict[str, Any], container: str, serial: bool, text: str) -> str:
    if _CONFERENCE.search(container):
        return "paper-conference"
    if serial and not csl.keys() & {"editor", "publisher", "publisher-place"}:
        return "article-journal"
    if csl.keys() & {"editor", "publisher", "publisher-place", "edition", "ISBN"}:
        return "chapter"
    if _NEWSPAPER.match(container) and not serial:
        return "article-newspaper"
    if re.search(r"(?:^|[.?!”\"]\s)In:?\s", text) and not serial:
        return "chapter"
    if "page" in csl or serial or "DOI" in csl or "PMID" in csl:
        return "article-journal"
    if "accessed" in csl or "URL" in csl:
        return "webpage"
    return "article-journal"
