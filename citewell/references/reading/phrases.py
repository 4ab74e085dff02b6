"""Find stock phrases: when a page was looked at, links behind a reference, "Epub ahead of print".

They carry a date or nothing; as one token each they keep out of titles and journal names.
"""

import re

from citewell.references.reading.dates import MONTH, YEAR, find_date
from citewell.references.reading.identifiers import Found

_DATE = (
    rf"(?:{YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:{YEAR}|\d\d)"
    rf"|{YEAR},?\s{MONTH}(?:\s\d{{1,2}})?(?!\d)|\d{{1,2}}(?:st|nd|rd|th|er|\.|-|º)?\s?(?:de\s|of\s)?{MONTH},?[\s-]?(?:de[l]?\s)?{YEAR}"
    rf"|{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{YEAR}|{MONTH},?\s{YEAR}|{YEAR})"
)
_ACCESSED = re.compile(
    r"[(\[]?\b(?:(?:last|date|site|page)\s)?(?:accessed|cited|retrieved|viewed|visited|consulted"
    r"|consulté|consultado|citado|acesso|acessado|abgerufen|zugriff|aufgerufen|geraadpleegd|consultato)"
    r"(?:\s(?:on|the|am|le|el|il|em|op|in|date|last|at|:))?\s?:?,?\s?"
    rf"(?P<date>{_DATE})(?:,?\s(?:from|at)\b:?)?\s?[)\]]?",
    re.IGNORECASE,
)
_LINK_LEAD = re.compile(
    r"[(\[]?\b(?:(?:available|accessible|retrieved|downloaded|accessed|obtained|verfügbar|abrufbar"
    r"|disponible|disponível|disponibile|beschikbaar|erhältlich)"
    r"(?:\s(?:online|via\s(?:www|the\sinternet)))?(?:\s(?:from|at|on|via|en|em|sur|in|unter|auf|op|through))(?:\sthe)?"
    r"|available|disponible|disponível)\b\s?:?\s?(?=[<(\[]?\s?(?:URL|https?|www|doi|ftp|10\.|[\[\]]?$))",
    re.IGNORECASE,
)
_EPUB = re.compile(
    rf"[(\[]?\b(?:Epub\s(?:ahead\sof\sprint)?|eCollection|Electronic\spublication)[\s:,;]{{0,2}}(?:{_DATE})?"
    rf"|[(\[]\s?(?:Epub|published online|online)\sahead\sof\sprint[,:]?\s?(?:{_DATE})?"
    rf"|\bEpub\b[\s:,;]{{0,2}}(?:{_DATE})?"
    r"|\b(?:online\s)?ahead\sof\sprint\b"
    rf"|\[Updated\s(?:{_DATE})\]"
    r"|\[(?:published|publisher)\s(?:correction|erratum)[^\]]{1,300}\]",
    re.IGNORECASE,
)
_CHIP = re.compile(
    r"[\[(]\s?(?:Pub\s?Med|Google\s?Scholar|Cross\s?Ref|PMC\sfree\sarticle|Free\sPMC\sarticle|Web\sof\sScience|Scopus|Medline|ISI"
    r"|View\sArticle|Abstract|Full\sText|Ref\slist|DOI|CAS|Europe\sPMC|SCImago|Green\sVersion)\s?[\])]"
    r"|\b(?:Google\sScholar|PubMed\sCentral|PubMed|CrossRef|Crossref|View\sArticle|PMC\sfree\sarticle|Web\sof\sScience|SpringerLink)"
    r"(?=\s?(?:$|\[|Google\sScholar|PubMed|CrossRef|Crossref|View\sArticle|CAS\b|PMC\sfree|Web\sof))",
)
_MEDIUM = re.compile(
    r"[\[(]\s?(?:Internet|Online|On-?line|Electronic\sresource|electronic|Web\spage|Webpage|Website|Web\ssite"
    r"|en\s(?:línea|ligne)|Elektronische\sRessource|e-?book|serial\sonline|database\son\sthe\sInternet"
    r"|monograph\son\sthe\sInternet|homepage\son\sthe\sInternet|PDF|CD-ROM|Print)\s?[\])]",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"[\[(]?\b(?:in\spress|forthcoming|to\sappear|submitted(?:\sfor\spublication)?|im\sDruck|en\sprensa|sous\spresse|no\sprelo)\b[\])]?",
    re.IGNORECASE,
)


_BROKEN = re.compile(
    r"\b(?:doi\s?:\s{0,2}|doi\s(?=10\.)|https?://(?:dx\.)?doi\.org/?)(?:10\.?\S{0,60})?(?=\s|$)",
    re.IGNORECASE,
)


def find_phrases(text: str) -> list[Found]:
    """Return the stock phrases in `text`, in order of kind; callers drop overlaps.

    Kinds: `accessed` (value: ISO date), `lead` ("Available from:"), `epub`, `chip` ("[PubMed]"),
    `medium` ("[Internet]"), `status` ("in press"), `broken` (a DOI that is none, for `rest`).
    """
    found: list[Found] = []
    for match in _ACCESSED.finditer(text):
        date = find_date(match["date"])
        value = "-".join(f"{part:02d}" for part in date[0][0]) if date else ""
        found.append(_balanced(text, "accessed", value, match))
    for kind, pattern in (
        ("lead", _LINK_LEAD),
        ("epub", _EPUB),
        ("chip", _CHIP),
        ("medium", _MEDIUM),
        ("status", _STATUS),
        ("broken", _BROKEN),
    ):
        found += [
            _balanced(text, kind, match[0].strip(), match) for match in pattern.finditer(text)
        ]
    return found


def _balanced(text: str, kind: str, value: str, match: re.Match[str]) -> Found:
    """Make a Found of `match` without surrounding space, with its closing bracket if it opened one."""  # noqa: E501
    start, end = match.span()
    while end > start and text[end - 1] in " ,;:":
        end -= 1
    opens, closes = text[start] in "([", text[end - 1] in ")]"
    if opens and not closes and text[end : end + 1] in (")", "]"):
        end += 1
    elif opens and not closes:
        start += 1
    elif closes and not opens:
        end -= 1
    return Found(kind, value, start, end)
