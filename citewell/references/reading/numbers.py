"""Read volume, issue, pages and edition."""

import re

_DASH = r"\s?[-–—−‐‑]+\s?"
_NUMBER_LEAD = re.compile(
    r"^(?:in\s)?(?:volumes?|vols?|v|bd|band|tomo?|t|jahrgang|jg|год|том)\b\.?\s?:?\s*",
    re.IGNORECASE,
)
_ISSUE_LEAD = r"(?:numbers?|núm(?:ero)?|numéro|num|nos?|nr|n°|n\.º|n\.°|nº|n|issues?|iss|heft|h|fasc|is|№)(?=[\s.:°º\dA-Z])[.°º]*\s?:?"  # noqa: E501
_SUPPLEMENT = (
    r"(?:supplement(?:ary)?|suppl|sup|special issue|spec no|pt|part|s)\b\.?(?:\s?(?:issue))?"
)
_ARTICLE_LEAD = re.compile(r"[\s.,;:]*\bart(?:icle)?\b\.?(?:\s?no\b\.?)?[\s.,:]*$", re.IGNORECASE)
_ORDER = re.compile(
    rf"^(?P<volume>[A-Za-z]{{0,3}}\d+[A-Za-z]{{0,2}}(?:{_DASH}\d+)?|[IVXLCDM]+\b|[A-Z]\b)?(?:st|nd|rd|th)?(?P<more>.*)$",
    re.DOTALL,
)


def read_volume(text: str) -> dict[str, str]:
    """Return `volume` and `issue` of "20(7)", "vol. 20, no. 7", "20 Suppl 2", "n°149", "(3)"."""
    if match := re.fullmatch(r"[\s;,]*\(\s?(\d{1,3})\s?\)[\s:.,;]*", text):
        return {"issue": match[1]}
    text = _strip(_ARTICLE_LEAD.sub("", text))
    if match := re.match(rf"^{_ISSUE_LEAD}\s*(\d[\w/–-]*)$", text, re.IGNORECASE):
        return {"issue": _number(match[1])}
    if match := re.match(
        r"^(\d{1,3})\s?(?:vols?|volumes|bände|bde|tomes|t)\b\.?$", text, re.IGNORECASE
    ):
        return {"number-of-volumes": match[1]}
    text = _NUMBER_LEAD.sub("", text)
    match = _ORDER.match(text)
    if not match or not match["volume"]:
        return {"volume": _strip(text)} if text else {}
    result = {"volume": _number(match["volume"])}
    issue = _issue(match["more"])
    if issue:
        result["issue"] = issue
    return result


def _issue(text: str) -> str:
    """Return the issue in what follows a volume: "(7)", ", no. 7", " Suppl 2", "(Pt 1):S3"."""
    text = _strip(text)
    if not text:
        return ""
    bracket = re.match(r"^[(\[]\s*(.*?)\s*[)\]]\s*(.*)$", text)
    if bracket and bracket[1] and bracket[2]:
        outer = _strip(bracket[2])
        inner = _issue_words(bracket[1])
        extra = f" {outer}" if re.match(rf"^{_SUPPLEMENT}", outer, re.IGNORECASE) else ""
        return inner + extra
    if bracket and bracket[1]:
        text = bracket[1]
    elif re.match(r"^[./:–-]\s?\d", text):
        text = text[1:]
    return _issue_words(text)


def _issue_words(text: str) -> str:
    text = re.sub(rf"^{_ISSUE_LEAD}\s*(?=[\dA-Z(])", "", _strip(text), flags=re.IGNORECASE)
    text = (
        re.sub(rf",?\s*{_ISSUE_LEAD}\s*(?=\d)", " ", text, flags=re.IGNORECASE)
        if " " in text
        else text
    )
    text = re.sub(r"[()\[\]]", " ", text)
    text = re.sub(r"(?i)\b(suppl|pt)\.?\s*(?=\w)", r"\1 ", text)
    text = re.sub(r"[\s,]+pp?$", "", _strip(text))  # "Suppl, p. 4216": the pages' sign
    return _number(_strip(re.sub(r"\s+", " ", text)))


def _number(text: str) -> str:
    return re.sub(_DASH, "-", text.strip(" .,;:"))


def read_pages(text: str) -> tuple[str, bool]:
    """Return pages with a hyphen ("S217-21"), and whether they are a count ("179 p.")."""
    text = _strip(re.sub(r"^[(\[]|[)\]]$", "", _strip(text)))
    count = re.fullmatch(
        r"(?:[xivlc]+[,+]\s?)?(\d+)\s?(?:pp?|pages?|pgs?|S|Seiten|s|págs?|str)\b\.?", text
    )
    if count:
        return count[1], True
    text = re.sub(
        r"^(?:,\s)?(?:in\s)?(?:pages?|pp?|pgs?|págs?|páginas?|seiten?|ss?|str)\b\s?\.?\s?:?\s*(?=[\w(])",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(
        r"^(?:art(?:icle)?\.?\s(?:id|no\.?|number)?\.?:?\s*|id\s)(?=\w*\d)", "", text, flags=re.I
    )
    text = re.sub(_DASH, "-", text)
    return re.sub(r"\.$", "", _strip(text)), False


_ORDINALS = {
    name: str(number)
    for number, names in enumerate(
        ("first erste primera", "second zweite segunda seconde", "third dritte tercera", "fourth vierte cuarta", "fifth fünfte quinta",  # noqa: E501
         "sixth sechste", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"), start=1)
    for name in names.split()
}  # fmt: skip


def read_edition(text: str) -> str:
    """Return the edition: "4" for "4th ed.", else the words without "edition"."""
    text = _strip(re.sub(r"^[(\[]|[)\]]$", "", _strip(text)))
    plain = re.fullmatch(
        r"(\d{1,3})(?:st|nd|rd|th|[aª]|º|e|\.ª|er|ème|\.)?\s?(?:ed|edn|edition|éd|édition|edición|edição|aufl|auflage|ausgabe|vyd)?\.?"
        r"(?:\sed(?:ition|n)?\.?)?",
        text,
        re.IGNORECASE,
    )
    if plain:
        return plain[1]
    word = text.lower().split(" ")[0]
    if word in _ORDINALS and len(text.split()) <= 2:
        return _ORDINALS[word]
    return text


def _strip(text: str) -> str:
    """Take punctuation off both ends, and brackets that do not pair."""
    text = text.strip(" \t.,;:•·")
    for opened, closed in ("()", "[]"):
        if text.count(opened) != text.count(closed):
            text = text.lstrip(opened) if text.startswith(opened) and closed not in text else text
            text = text.rstrip(closed) if text.endswith(closed) and opened not in text else text
        if text.startswith(opened) and text.endswith(closed) and opened not in text[1:]:
            text = text[1:-1]
    return text.strip(" \t.,;:")
