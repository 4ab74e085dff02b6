"""Make a pasted reference simple to read, and remember where each character came from."""

import re
import unicodedata
from dataclasses import dataclass

_INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_FOLDED = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "…": "...", "‑": "-", "−": "-", "／": "/", "，": ", ", "．": ". ", "：": ": ", "；": "; ", "（": " (", "）": ") ", "。": ". ",  # noqa: E501
}  # fmt: skip
_TABLE = str.maketrans(_FOLDED)
_LINE_END = re.compile(r"[ \t\u00a0]*(?:\r\n?|\n|\u2028|\u2029|\x0b|\x0c|\x85)\s*")
_INSIDE_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/|\b10\.\d{4,9}/)\S*$", re.IGNORECASE)


@dataclass(frozen=True)
class Clean:
    """Simple text; `origin[i]` is the place in the raw text of its character i."""

    text: str
    origin: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the raw text of `text[start:end]`."""
        return self.origin[start], self.origin[end - 1] + 1


def simplify(text: str) -> str:
    """Return `text` on one line, ligatures and odd spaces replaced."""
    return clean(text).text


def clean(raw: str) -> Clean:
    """Return `raw` on one line: words broken by a hyphen at a line's end joined, spaces single."""
    pieces: list[str] = []
    origin: list[int] = []

    def put(text: str, at: int) -> None:
        pieces.append(text)
        origin.extend([at] * len(text))

    position = 0
    for match in _LINE_END.finditer(raw):
        _copy(raw, position, match.start(), put)
        position = match.end()
        keep = _joint(raw, match.start(), match.end())
        if keep == "drop":
            while pieces and pieces[-1] and pieces[-1] in "-‐\u00ad":
                pieces.pop()
                origin.pop()
        elif keep == "space":
            put(" ", match.start())
    _copy(raw, position, len(raw), put)
    return _single_spaces("".join(pieces), origin)


def _copy(raw: str, start: int, end: int, put) -> None:  # type: ignore[no-untyped-def]
    for at in range(start, end):
        char = raw[at]
        if char in _INVISIBLE:
            continue
        if char in _FOLDED:
            put(_FOLDED[char], at)
        elif char.isspace() or unicodedata.category(char) in ("Cc", "Zs"):
            put(" ", at)
        else:
            put(char, at)


def _joint(raw: str, start: int, end: int) -> str:
    """Say what a line end between raw[:start] and raw[end:] becomes: "space", "none", "drop" hyphen."""  # noqa: E501
    before, after = raw[max(0, start - 200) : start], raw[end : end + 40]
    if not before or not after:
        return "space"
    if is_broken_address(before, after):
        return "none"
    if before[-1] == "\u00ad":
        return "drop"
    if before[-1] in "-‐" and len(before) > 1:
        if before[-2].isalpha() and after[0].isalpha():
            return "drop" if after[0].islower() and not _is_compound(before, after) else "none"
        if before[-2].isdigit() and after[0].isdigit():
            return "none"
    if before[-1] in "–—" and len(before) > 1 and before[-2].isdigit() and after[0].isdigit():
        return "none"
    return "space"


def is_broken_address(before: str, after: str) -> bool:
    """Tell whether a DOI or web address at the end of `before` goes on in `after`."""
    if not before or before[-1] not in "/-_.=&?" or not _INSIDE_ADDRESS.search(before[-200:]):
        return False
    if re.match(r"(?:PMID|PMCID|doi|Accessed|Epub)\b|\d{1,3}[.)]\s", after, re.IGNORECASE):
        return False
    return bool(re.match(r"[\w/%&=?.#-]*[\d/_=?&%]", after[:40]))


_COMPOUND_FIRST = frozenset(
    [
        "self",
        "non",
        "meta",
        "well",
        "long",
        "short",
        "high",
        "low",
        "mid",
        "cross",
        "case",
        "double",
        "single",
        "placebo",
        "follow",
        "multi",
        "post",
        "pre",
        "semi",
        "anti",
        "cost",
        "evidence",
        "community",
        "hospital",
        "home",
        "web",
        "internet",
        "school",
        "work",
        "age",
        "sex",
        "year",
        "month",
        "week",
        "day",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "ten",
        "first",
        "second",
        "third",
        "early",
        "late",
        "open",
        "health",
        "patient",
        "population",
        "doctor",
        "nurse",
        "peer",
        "quality",
        "dose",
        "time",
        "large",
        "small",
        "full",
        "half",
        "part",
        "risk",
        "side",
        "blood",
        "body",
        "brain",
        "heart",
        "bone",
        "upper",
        "lower",
        "stress",
        "drug",
        "life",
        "end",
        "state",
        "all",
        "in",
        "on",
        "off",
        "over",
        "under",
        "up",
        "down",
        "out",
        "follow-up",
        "by",
        "to",
        "of",
        "the",
        "x",
        "t",
        "beta",
        "alpha",
        "gamma",
        "type",
        "sciatica",
        "like",
    ]
)
_COMPOUND_LAST = frozenset(
    [
        "based",
        "like",
        "related",
        "controlled",
        "blind",
        "blinded",
        "control",
        "term",
        "up",
        "analysis",
        "care",
        "world",
        "free",
        "specific",
        "dependent",
        "associated",
        "induced",
        "mediated",
        "driven",
        "reported",
        "old",
        "year-old",
        "and",
        "to",
        "of",
        "in",
        "effectiveness",
        "efficacy",
        "risk",
        "line",
        "quality",
        "sectional",
        "centre",
        "center",
        "scale",
        "level",
        "dose",
        "response",
        "wide",
        "type",
        "centred",
        "centered",
        "positive",
        "negative",
        "resistant",
        "onset",
        "analyses",
        "limb",
        "back",
        "up-to",
        "analytic",
        "adjusted",
        "matched",
        "label",
        "income",
        "threatening",
        "being",
    ]
)


def _is_compound(before: str, after: str) -> bool:
    first = re.search(r"([^\W\d_]+)-$", before)
    last = re.match(r"[^\W\d_]+", after)
    return bool(
        (first and first[1].lower() in _COMPOUND_FIRST)
        or (last and last[0].lower() in _COMPOUND_LAST)
    )


def _single_spaces(text: str, origin: list[int]) -> Clean:
    kept: list[str] = []
    places: list[int] = []
    for char, at in zip(text, origin, strict=True):
        if char == " " and (not kept or kept[-1] == " "):
            continue
        kept.append(char)
        places.append(at)
    if kept and kept[-1] == " ":
        kept.pop()
        places.pop()
    return Clean("".join(kept), places)
