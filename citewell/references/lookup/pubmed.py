"""PubMed's E-utilities: articles by PubMed number, or by DOI.

Documented at https://www.ncbi.nlm.nih.gov/books/NBK25499/; asked with `tool` and `email`.
"""

import json
import re
from typing import Any
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from citewell.references.csl import MONTHS, tidy
from citewell.references.identifiers import normalise_doi, normalise_pmid
from citewell.references.lookup.asking import ask
from citewell.references.lookup.model import Configuration, Found, Kind, Notice, NotReached
from citewell.references.lookup.study_types import study_type

_FIELDS = {
    "title": "Article/ArticleTitle", "container-title": "Article/Journal/Title",
    "container-title-short": "Article/Journal/ISOAbbreviation",
    "volume": "Article/Journal/JournalIssue/Volume", "issue": "Article/Journal/JournalIssue/Issue",
    "page": "Article/Pagination/MedlinePgn", "ISSN": "Article/Journal/ISSN",
    "language": "Article/Language",
}  # fmt: skip
_NOTICES = {
    "RetractionIn": "retraction", "RetractionOf": "retraction", "ErratumIn": "erratum",
    "ErratumFor": "erratum", "ExpressionOfConcernIn": "expression of concern",
    "ExpressionOfConcernFor": "expression of concern", "CorrectedandRepublishedIn": "correction",
    "CorrectedandRepublishedFrom": "correction", "RetractedandRepublishedIn": "retraction",
    "RetractedandRepublishedFrom": "retraction", "UpdateIn": "update", "UpdateOf": "update",
}  # fmt: skip
_LANGUAGES = {
    "eng": "en", "ger": "de", "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "dut": "nl",
    "pol": "pl", "dan": "da", "nor": "no", "swe": "sv", "fin": "fi", "tur": "tr", "rus": "ru",
    "ara": "ar", "chi": "zh", "jpn": "ja", "kor": "ko",
}  # fmt: skip
#: Markup that PubMed's titles and CSL's share.
_MARKUP = {"i", "b", "sub", "sup"}


class PubMed:
    """Asks PubMed."""

    name = "PubMed"

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration

    def find(self, kind: Kind, value: str) -> Found | None:
        """Return the article with this PubMed number or DOI; see `Source.find`."""
        number = normalise_pmid(value) if kind == "PMID" else self._number_of(kind, value)
        if not number:
            return None
        query = {"db": "pubmed", "id": number, "retmode": "xml"}
        data = self._ask("efetch.fcgi", query, "application/xml")
        if data is None:
            return None
        try:
            root = fromstring(data, forbid_dtd=False)
        except (ParseError, DefusedXmlException, ValueError):
            raise NotReached("PubMed's answer could not be read.") from None
        article = root.find("PubmedArticle")
        return _found(article) if article is not None else None

    def _number_of(self, kind: Kind, value: str) -> str:
        doi = normalise_doi(value) if kind == "DOI" else None
        if not doi:
            return ""
        query = {"db": "pubmed", "term": f'"{doi}"[doi]', "retmode": "json"}
        data = self._ask("esearch.fcgi", query, "application/json")
        try:
            numbers = json.loads(data or b"{}").get("esearchresult", {}).get("idlist", [])
        except (ValueError, AttributeError, RecursionError):
            raise NotReached("PubMed's answer could not be read.") from None
        return str(numbers[0]) if len(numbers) == 1 else ""

    def _ask(self, path: str, query: dict[str, str], accept: str) -> bytes | None:
        query = {**query, "tool": "citewell", "email": self.configuration.contact}
        base = self.configuration.pubmed.rstrip("/")
        return ask(f"{base}/{path}?{urlencode(query)}", self.configuration, accept)


def _text(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _marked_up(element: Element | None) -> str:
    """The text of an element with italics, bold, sub- and superscripts kept."""
    if element is None:
        return ""
    pieces = [element.text or ""]
    for child in element:
        inner = _marked_up(child)
        pieces.append(f"<{child.tag}>{inner}</{child.tag}>" if child.tag in _MARKUP else inner)
        pieces.append(child.tail or "")
    return re.sub(r"\s+", " ", "".join(pieces))


def _found(article: Element) -> Found:
    citation = article.find("MedlineCitation")
    if citation is None:
        raise NotReached("PubMed's answer could not be read.")
    csl: dict[str, Any] = {"type": "article-journal", "PMID": _text(citation.find("PMID"))}
    for field, path in _FIELDS.items():
        if text := _text(citation.find(path)):
            csl[field] = text
    csl["language"] = _LANGUAGES.get(csl.get("language", ""), csl.get("language", ""))
    csl["title"] = _marked_up(citation.find(_FIELDS["title"]))
    title = re.sub(r"\.$", "", csl["title"].strip())
    csl["title"] = title[1:-1] if title.startswith("[") and title.endswith("]") else title
    names = [_name(one) for one in citation.findall("Article/AuthorList/Author")]
    csl["author"] = [name for name in names if name]
    if parts := _date(citation.find("Article/Journal/JournalIssue/PubDate")):
        csl["issued"] = {"date-parts": [parts]}
    for identifier in article.findall("PubmedData/ArticleIdList/ArticleId"):
        if name := {"doi": "DOI", "pmc": "PMCID"}.get(identifier.get("IdType", "")):
            csl.setdefault(name, _text(identifier))
    types = tuple(
        _text(one) for one in citation.findall("Article/PublicationTypeList/PublicationType")
    )
    notices = tuple(_notices(citation))
    return Found(tidy(csl), PubMed.name, notices, types, study_type(types))


def _name(author: Element) -> dict[str, str]:
    if group := _text(author.find("CollectiveName")):
        return {"literal": group.rstrip(".")}
    parts = {"family": "LastName", "given": "ForeName", "suffix": "Suffix"}
    return {key: text for key, path in parts.items() if (text := _text(author.find(path)))}


def _date(date: Element | None) -> list[int]:
    if date is None:
        return []
    year, month, day = (_text(date.find(part)) for part in ("Year", "Month", "Day"))
    if not year:
        found = re.match(r"(\d{4})(?: ([A-Z][a-z]{2}))?", _text(date.find("MedlineDate")))
        year, month, day = (found[1], found[2] or "", "") if found else ("", "", "")
    parts = [int(year)] if year.isdecimal() else []
    number = MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in MONTHS else 0
    number = int(month) if month.isdecimal() else number
    if parts and number:
        parts += [number, *([int(day)] if day.isdecimal() else [])]
    return parts


def _notices(citation: Element) -> list[Notice]:
    notices = []
    for one in citation.findall("CommentsCorrectionsList/CommentsCorrections"):
        name = one.get("RefType", "")
        if name in _NOTICES:
            other = name.endswith(("Of", "For", "From"))
            label = _text(one.find("PMID")) or _text(one.find("RefSource"))
            notices.append(Notice(_NOTICES[name], label, concerns_other=other))
    return notices
