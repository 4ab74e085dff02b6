"""Clean titles, journal names, publishers and places: no quotes around, no punctuation behind."""

import re

_QUOTES = (
    ("“", "”"),
    ('"', '"'),
    ("«", "»"),
    ("„", "“"),
    ("‘", "’"),
    ("„", "”"),
    ("”", "”"),
    ("'", "'"),
    ("``", "''"),
    ("‚", "‘"),
    ("”", "“"),
)
_OPENED = '[“"«„”]'
_MARKUP = re.compile(r"</?(?:italic|i|b|bold|em|strong|sub|sup|sc|u)>", re.IGNORECASE)
_MEDIUM = re.compile(
    r"\s*[\[(](?:Internet|Online|Electronic|Website|Web ?page|DVD|CD-ROM|PDF|Print|Film|Motion picture)[\])]\.?$",  # noqa: E501
    re.I,
)
_IN = re.compile(
    r"^(?:[Ii]n|IN|[Dd]ans|[Ii]m|[Ee]n|[Ee]m|[Nn]el)\s?:\s*|^(?:in|In|Dans|dans|IN)\s+(?=[\W\d]*[A-ZÀ-Þ\d])"
)
_EDGE = " \t,;:•·|"


def clean_text(text: str) -> str:
    """Return `text` without quotes around it, stray brackets, and punctuation at either end."""
    text = _MARKUP.sub("", text).strip(_EDGE + ".")
    for _ in range(3):
        before = text
        for opened, closed in _QUOTES:
            body = text.rstrip(".,;: ")
            if body.startswith(opened) and body.endswith(closed) and len(body) > 2:
                text = body[len(opened) : -len(closed)]
            elif text.startswith(opened) and closed not in text[1:]:
                text = text[len(opened) :]
            elif body.endswith(closed) and closed not in "’'" and not re.search(_OPENED, body[:-1]):
                text = body[: -len(closed)]
        text = _unpaired(text).strip(_EDGE)
        text = re.sub(r"(?<!\.)[.,](?=[”\"»]?$)", "", text).strip(_EDGE)
        if text == before:
            break
    return re.sub(r"\s+", " ", text)


def field_text(text: str) -> str:
    """Return what a record's title or name field holds, without the full stop databases add."""
    text = " ".join(text.split())
    if re.search(r"(?:\w{4}|\d|[\])])\.$", text):
        text = text[:-1]
    whole = text.startswith("[") and text.endswith("]") and "[" not in text[1:]
    return text[1:-1] if whole else text


def _unpaired(text: str) -> str:
    """Drop a bracket at an end whose partner is missing, or a pair that holds everything."""
    for opened, closed in ("()", "[]"):
        if text.startswith(opened) and closed not in text:
            text = text[1:]
        if text.endswith(closed) and opened not in text:
            text = text[:-1]
        if text.endswith(opened):
            text = text[:-1]
        if text.startswith(opened) and text.endswith(closed) and opened not in text[1:]:
            text = text[1:-1]
    return text


def read_title(text: str) -> str:
    """Return a title without "[Internet]" and the like."""
    return clean_text(_MEDIUM.sub("", text.strip(" .,")))


def read_container(text: str) -> str:
    """Return a journal's or book's name; the full stop of an abbreviation ("Nat. Genet.") stays."""
    text = _IN.sub("", _MEDIUM.sub("", text.strip(_EDGE)))
    text = re.sub(r"[\s,]+(?:v|[Vv]ol)\.?$", "", text)  # the volume's sign
    name = clean_text(text)
    if (
        re.search(r"\w\.\s?\S", name)
        and re.search(r"(?<!\.)\.[,;:\s”\"]*$", text)
        and re.search(r"[^\W\d_]$", name)
    ):
        last = re.split(r"[\s.]", name)[-1]
        if len(last) < 8 and not re.search(r"\s(?:of|and|the)\s", name):
            name += "."
    return name


def read_place(text: str) -> str:
    """Return a place of publication."""
    return clean_text(text)
