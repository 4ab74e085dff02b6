"""Find what has a fixed shape in a reference: DOI, PMID, PMCID, ISBN, ISSN, arXiv, NCT, links.

Each is normalised, and its check digit verified where it has one. What only looks like an
identifier (a DOI without a suffix, an ISBN whose check digit is wrong) is not found, so it stays
in the text for a person to see.
"""

import re
from dataclasses import dataclass

from citewell.references.identifiers import normalise_isbn, normalise_issn


@dataclass(frozen=True)
class Found:
    """One identifier: its kind, normalised value, and place in the text."""

    kind: str
    value: str
    start: int
    end: int


_DOI = re.compile(
    r"[(<\[]?(?:(?:doi|DOI|Doi)\s{0,2}[:>.]?\s{0,2})?"
    r"(?:https?\s?://\s?(?:[\w-]{1,30}\.){0,3}doi\.\s?org/\s?|(?:dx\.)?doi\.org/)?"
    r"(?:(?:doi|DOI)\s?:?\s?)?(?<![\w.])(10\.\d{4,9}(?:\.\d{1,9}){0,3}\s?/\s?[^\s\"<>”“|]{1,300})"
)
_PMID = re.compile(
    r"[\[(]?\b(?:PubMed\s{1,2})?(?:PMID|PubMed(?:\s?ID)?)\s{0,2}[:#]?\s{0,2}(\d{4,8})\b(?!\.\d)[\])]?"
    r"|https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d{4,8})/?(?=[\s.,;)\]]|$)",
    re.IGNORECASE,
)
_PMCID = re.compile(
    r"[\[(]?\b(?:PubMed\s{1,2}(?:Central\s{1,2})?)?PMCID\s{0,2}[:#]?\s{0,2}(?:PMC\s?)?(\d{4,9})\b[\])]?"
    r"|https?://(?:www\.)?(?:pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pmc)/articles/PMC(\d{4,9})/?(?=[\s.,;)\]]|$)"
    r"|\bPMC(\d{5,9})\b",
    re.IGNORECASE,
)
_ISBN = re.compile(
    r"[(\[]?\b(?:e-?)?ISBN(?:[- ]?1[03])?\s?[:#]?\s?((?:97[89][-–‐ ]?)?\d(?:[-–‐ ]?\d){8}[-–‐ ]?[\dXx])\b[)\]]?",  # noqa: E501
    re.IGNORECASE,
)
_ISSN = re.compile(
    r"[(\[]?\b(?:e-?|p-?)?ISSN(?:-L)?\s?[:#]?\s?(\d{4}[-–‐]?\d{3}[\dXx])\b[)\]]?", re.IGNORECASE
)
_ARXIV = re.compile(
    r"[(\[]?\b(?:(?:https?://)?arxiv\.org/(?:abs|pdf)/"
    r"|(?:arXiv\s?(?:e-?prints?|preprint)?,?\s{0,2})?arXiv\s?:\s?)"
    r"(\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7}(?:v\d{1,2})?)(?:\.pdf)?(?:\s?\[[\w.-]{2,12}\])?[)\]]?",
    re.IGNORECASE,
)
_NCT = re.compile(
    r"(?:https?://(?:www\.)?(?:clinicaltrials\.gov/(?:ct2/show/|study/|show/)))?\b(NCT\d{8})\b(?:/?(?=[\s.,;)\]]|$))"
)
_URL = re.compile(
    r"[<(\[]?(?:URL:?\s{0,2})?((?:https?|ftp)\s?://\s?[^\s<>\"”“]{3,2000}|www\.[^\s<>\"”“]{3,2000})[>]?",
    re.I,
)
_TRAILING = ".,;:'’]>»*|"


def _trim(text: str, start: int, end: int) -> int:
    """Move `end` left past sentence punctuation and brackets that open outside the match."""
    while end > start:
        last = text[end - 1]
        if (
            last in _TRAILING
            or (last == ")" and text.count("(", start, end) < text.count(")", start, end))
            or (last == "}" and text.count("{", start, end) < text.count("}", start, end))
        ):
            end -= 1
        else:
            break
    return end


def _doi(text: str, match: re.Match[str]) -> Found | None:
    start = match.start(1)
    end = _trim(text, start, match.end(1))
    value = re.sub(r"\s", "", text[start:end]).replace("‐", "-").replace("–", "-")
    value = re.sub(
        r"(?i)(?:[.,;]?(?:pmid|pmcid|epub|accessed)\b.*|/(?:full|abstract|pdf|epdf|meta))$",
        "",
        value,
    )
    suffix = value.partition("/")[2]
    if not re.search(r"\w", suffix):
        return None
    close = end
    opened = text[match.start()]
    if (
        opened in "([<"
        and close < len(text)
        and text[close] == {"(": ")", "[": "]", "<": ">"}[opened]
    ):
        close += 1
        begin = match.start()
    else:
        begin = match.start() + (1 if opened in "([<" else 0)
    return Found("DOI", value.rstrip(".,;:"), begin, close)


def _url(text: str, match: re.Match[str]) -> Found | None:
    start = match.start(1)
    end = _trim(text, start, match.end(1))
    value = re.sub(r"\s", "", text[start:end])
    if len(value) < 6 or not re.search(r"\w\.\w", value):
        return None
    close = (
        end + 1 if text[end : end + 1] in (">", ")", "]") and text[match.start()] in "<([" else end
    )
    begin = match.start() if close > end or text[match.start()] not in "<([" else match.start() + 1
    return Found("URL", value if "://" in value else "http://" + value, begin, close)


def _first_group(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)


def find_identifiers(text: str) -> list[Found]:
    """Return the identifiers in `text`, in order, none overlapping another."""
    found: list[Found] = []
    taken = bytearray(len(text))

    def add(item: Found | None) -> None:
        if item and not any(taken[item.start : item.end]):
            found.append(item)
            taken[item.start : item.end] = b"\1" * (item.end - item.start)

    if "10." in text:
        for match in _DOI.finditer(text):
            add(_doi(text, match))
    for match in _PMCID.finditer(text):
        add(Found("PMCID", "PMC" + _first_group(match), match.start(), match.end()))
    for match in _PMID.finditer(text):
        add(Found("PMID", _first_group(match), match.start(), match.end()))
    for match in _ISBN.finditer(text):
        if normalise_isbn(match[1]):
            add(Found("ISBN", re.sub(r"[–‐ ]", "-", match[1]).upper(), match.start(), match.end()))
    for match in _ISSN.finditer(text):
        if issn := normalise_issn(match[1]):
            add(Found("ISSN", issn, match.start(), match.end()))
    for match in _ARXIV.finditer(text):
        add(Found("arXiv", match[1], match.start(), match.end()))
    for match in _NCT.finditer(text):
        add(Found("NCT", match[1], match.start(), match.end()))
    for match in _URL.finditer(text):
        add(_url(text, match))
    return sorted(found, key=lambda item: item.start)
