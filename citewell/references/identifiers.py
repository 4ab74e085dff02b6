"""Identifiers of published works, each in its one normal form.

DOI, PMID, PMCID, ISBN, ISSN, arXiv and NCT (ClinicalTrials.gov). Every ``normalise_…``
takes what a person may have pasted, a label or an address before it included, and gives
the normal form, or None where the text is no such identifier or its check digit is wrong.
Finding identifiers in running text is the reader's work.
"""

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import unquote

_DOI_LEAD = re.compile(
    r"^(?:https?://)?(?:[\w-]+\.)*doi\.org/|^(?:https?://)?doi\.[\w.]+/|^(?:info:)?doi(?:\s*[:=]\s*/?|/|\s+)",
    re.IGNORECASE | re.ASCII,
)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+", re.ASCII)
_PMID = re.compile(
    r"(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov/|(?:www\.)?ncbi\.nlm\.nih\.gov/"
    r"(?:pubmed|m/pubmed)/(?:\?term=)?)?(?:PubMed\s*)?(?:PMID|PubMed\s*ID)?\s*[:#]?\s*(\d{1,8})/?(?:\?\S*)?",
    re.IGNORECASE | re.ASCII,
)
_PMCID = re.compile(
    r"(?:https?://)?(?:(?:www\.)?ncbi\.nlm\.nih\.gov/pmc/articles/|pmc\.ncbi\.nlm\.nih\.gov/articles/"
    r"|europepmc\.org/articles/)?(?:PubMed Central\s*)?(?:PMCID)?\s*[:#]?\s*PMC\s*[:#]?\s*(\d{1,9})"
    r"(?:\.\d+)?/?(?:\?\S*)?",
    re.IGNORECASE | re.ASCII,
)
_ARXIV = re.compile(
    r"(?:https?://)?(?:(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/)?(?:arxiv\s*[:.]?\s*)?"
    r"(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3})"
    r"(v[1-9]\d?)?(?:\.pdf)?/?(?:\s*\[[\w.-]+\])?",
    re.IGNORECASE | re.ASCII,
)
_NCT = re.compile(
    r"(?:https?://)?(?:(?:www\.)?clinicaltrials\.gov/(?:ct2/show/|study/|show/)?)?"
    r"(?:ClinicalTrials\.gov)?(?:\s*(?:identifier|number|ID))?\s*[:#]?\s*NCT\s*(\d{8})/?(?:\?\S*)?",
    re.IGNORECASE | re.ASCII,
)
_OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}
#: Longer than any identifier or its address; what is longer is not looked at.
_LONGEST = 2000


def _plain(text: str) -> str:
    """The text without the marks and odd spaces that copying brings, hyphens made plain."""
    text = "".join(mark for mark in text[:_LONGEST] if unicodedata.category(mark) != "Cf")
    return re.sub(r"[‐‑‒–—−]", "-", unicodedata.normalize("NFKC", text)).strip()


def normalise_doi(text: str) -> str | None:
    """The DOI in lower case, without address, label and closing punctuation.

    ``https://doi.org/10.1000/ABC.`` gives ``10.1000/abc``. A closing bracket stays where
    the DOI itself opens it, as in ``10.1016/s0140-6736(20)31142-9``.
    """
    if len(text) > _LONGEST:
        return None
    # The hyphens stay as they are: a DOI may hold any printed character.
    doi = "".join(mark for mark in text if unicodedata.category(mark) != "Cf").strip()
    while lead := _DOI_LEAD.match(doi):
        doi = doi[lead.end() :].lstrip()
    if re.search(r"%[0-9A-Fa-f]{2}", doi):
        doi = unquote(doi)
    if re.search(r"[\s\x00-\x1f\x7f]", doi.strip()):
        return None
    doi = _without_tail(doi).lower()
    return doi if _DOI.fullmatch(doi) else None


def _without_tail(doi: str) -> str:
    """Cut the punctuation that a sentence sets behind an identifier."""
    while doi:
        last = doi[-1]
        closes = _OPENING.get(last)
        if last in ".,;:'\"’”»*" or (closes and doi.count(last) > doi.count(closes)):
            doi = doi[:-1]
        else:
            break
    return doi


def normalise_pmid(text: str) -> str | None:
    """The PubMed number: 1 to 8 digits, no leading zero."""
    match = _PMID.fullmatch(_plain(text).rstrip(".,;"))
    number = match[1].lstrip("0") if match else ""
    return number or None


def normalise_pmcid(text: str) -> str | None:
    """The PubMed Central number with its letters: ``PMC7263814``."""
    match = _PMCID.fullmatch(_plain(text).rstrip(".,;"))
    number = match[1].lstrip("0") if match else ""
    return f"PMC{number}" if number else None


def normalise_arxiv(text: str) -> str | None:
    """The arXiv number without its version: ``2101.00001`` or ``hep-th/9901001``."""
    match = _ARXIV.fullmatch(_plain(text).rstrip(".,;"))
    if not match:
        return None
    archive, slash, number = match[1].partition("/")
    # The subject class (“math.GT/…”) is no part of the number.
    return f"{archive.split('.')[0].lower()}/{number}" if slash else match[1]


def normalise_nct(text: str) -> str | None:
    """The number of a trial at ClinicalTrials.gov: ``NCT`` and 8 digits."""
    match = _NCT.fullmatch(_plain(text).rstrip(".,;"))
    return f"NCT{match[1]}" if match else None


def normalise_isbn(text: str) -> str | None:
    """The ISBN as 13 digits without hyphens; one of 10 digits is brought to 13."""
    bare = re.sub(r"^\s*ISBN(?:-?1[03](?![\d-]*\d{9}))?\s*[:#]?\s*", "", _plain(text), flags=re.I)
    bare = re.sub(r"\s*\((?:[^()]*)\)\s*$", "", bare).rstrip(".,;")
    if not re.fullmatch(r"[0-9Xx\s.-]+", bare):
        return None
    digits = re.sub(r"[\s.-]", "", bare).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits) and isbn10_check_digit(digits[:9]) == digits[9]:
        body = "978" + digits[:9]
        return body + isbn13_check_digit(body)
    if re.fullmatch(r"97[89]\d{10}", digits) and isbn13_check_digit(digits[:12]) == digits[12]:
        return digits
    return None


def isbn10_check_digit(nine: str) -> str:
    """The tenth character of an ISBN-10: 0-9 or X."""
    rest = -sum((10 - place) * int(digit) for place, digit in enumerate(nine)) % 11
    return "X" if rest == 10 else str(rest)


def isbn13_check_digit(twelve: str) -> str:
    """The thirteenth digit of an ISBN-13."""
    return str(-sum((3 if place % 2 else 1) * int(d) for place, d in enumerate(twelve)) % 10)


def normalise_issn(text: str) -> str | None:
    """The ISSN with its hyphen: ``1234-5679``."""
    bare = re.sub(r"^\s*(?:[ep]-?)?ISSN(?:-L)?\s*[:#]?\s*", "", _plain(text), flags=re.IGNORECASE)
    bare = re.sub(r"\s*\((?:[^()]*)\)\s*$", "", bare).rstrip(".,;")
    match = re.fullmatch(r"([0-9]{4})\s*-?\s*([0-9]{3})([0-9Xx])", bare)
    if not match or issn_check_digit(match[1] + match[2]) != match[3].upper():
        return None
    return f"{match[1]}-{match[2]}{match[3].upper()}"


def issn_check_digit(seven: str) -> str:
    """The eighth character of an ISSN: 0-9 or X."""
    rest = -sum((8 - place) * int(digit) for place, digit in enumerate(seven)) % 11
    return "X" if rest == 10 else str(rest)


#: Every kind by its usual name, the surest first.
NORMALISERS: dict[str, Callable[[str], str | None]] = {
    "DOI": normalise_doi,
    "PMCID": normalise_pmcid,
    "NCT": normalise_nct,
    "arXiv": normalise_arxiv,
    "ISBN": normalise_isbn,
    "ISSN": normalise_issn,
    "PMID": normalise_pmid,
}
