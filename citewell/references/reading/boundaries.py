# ruff: noqa: E501 (patterns and tables read better unbroken)
"""Decide for each line of an unnumbered list whether a reference begins there.

A second, small sequence model sees how each line opens, how the line before it closes, and how long
lines are; it was trained on lists wrapped at many widths.
"""

import re
from functools import lru_cache
from pathlib import Path
from statistics import median

import pycrfsuite

from citewell.references.reading.lines import BULLET, Line
from citewell.references.reading.widths import rooms

MODEL = Path(__file__).parent / "data" / "boundaries.crfsuite"
_NAME = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[-'’][^\W\d_]+)*"
_OPENINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(r"[“\"«\[]?" + pattern))
    for name, pattern in (
        ("dashes", r"[—–-]{2,}"),
        (
            "van",
            rf"(?:(?:van|von|de|der|den|la|le|di|da|del|dos|al|el|ter|ten)\s)*{_NAME}(?:\s{_NAME})?\s[A-Z]{{1,3}}(?:,|\.|:|;|\s(?:and|et|\()|$)",
        ),
        (
            "apa",
            rf"(?:(?:van|von|de|der|den|la|le|di|da|del|dos|al|el|ter|ten)\s)*{_NAME}(?:[\s-]{_NAME})?,\s(?:[A-Z]\.[\s-]?)+",
        ),
        ("sp", rf"{_NAME}(?:\s{_NAME})?\s(?:[A-Z]\.[\s-]?)+[,;:(&]?"),
        ("initials", rf"(?:[A-Z]\.[\s-]?)+\s?{_NAME}"),
        ("full", rf"{_NAME},\s{_NAME}(?:\s[A-Z]\.)?[,.]"),
        ("given", rf"{_NAME}\s(?:[A-Z]\.\s)?{_NAME}(?:,|\sand\s)"),
        ("caps", r"[A-ZÀ-Þ]{3,}"),
        ("organisation", r"(?:The\s)?(?:[A-Z][\w'’-]+\s){1,6}(?:of|for|on|and)\s"),
        ("url", r"https?:|www\.|doi|10\.\d{4}"),
        ("year", r"\(?(?:19|20)\d\d"),
        ("digit", r"\d"),
        ("lower", r"[^\W\d_A-ZÀ-Þ]"),
        ("word", r"[A-ZÀ-Þ]"),
        ("mark", r"\W"),
    )
)
_ENDINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("url", re.compile(r"(?:https?://|www\.|10\.\d{4,9}/)\S*$")),
    ("hyphen", re.compile(r"[-‐]$")),
    ("comma", re.compile(r"[,;:&]$")),
    ("pages", re.compile(r"\d\s?[-–—]\s?\w?\d+\)?\.?$")),
    ("year", re.compile(r"(?:19|20)\d\d[a-z]?[).]*$")),
    ("number.", re.compile(r"\d[).\]]*\.$")),
    ("number", re.compile(r"\d[)\]]*$")),
    ("initial", re.compile(r"(?:\s|^)[A-Z]{1,2}\.?$")),
    ("etal", re.compile(r"\bal\.?$")),
    ("stop", re.compile(r"[.?!][”\"»)\]]*$")),
    ("small", re.compile(r"\b(?:of|the|and|in|for|with|a|an|to|on|by|from|und|der|die|et|de|la)$")),
)


@lru_cache(maxsize=4)
def open_boundaries(path: Path = MODEL) -> pycrfsuite.Tagger:
    """Return the model at `path`, loaded once."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


def starts(lines: list[Line], tagger: pycrfsuite.Tagger | None = None) -> list[float]:
    """Return for each line how probably a reference begins there; with the first, one does."""
    if not lines:
        return []
    model = tagger or open_boundaries()
    model.set(pycrfsuite.ItemSequence(describe_lines(lines)))
    return [1.0, *(model.marginal("B", number) for number in range(1, len(lines)))]


def _first(table: tuple[tuple[str, re.Pattern[str]], ...], text: str, *, search: bool) -> str:
    return next(
        (name for name, pattern in table if (pattern.search if search else pattern.match)(text)),
        "other",
    )


def opening_of(text: str) -> str:
    """Name the manner in which a line opens ("van": family name and bare initials, "url", …)."""
    return _first(_OPENINGS, text[:300], search=False)


def _author_density(text: str) -> str:
    """Say how much a line looks like a list of people: initials and commas among its words."""
    words = text.split()[:9]
    initials = sum(
        bool(re.fullmatch(r"\(?(?:[A-Z]{1,3}|(?:[A-Z]\.-?){1,3})[,;.:)]*", word)) for word in words
    )
    return str(min(initials, 4))


def describe_lines(lines: list[Line]) -> list[list[str]]:
    """Return one list of features per line."""
    texts = [line.text.strip() for line in lines]
    lengths = [len(text) for text in texts]
    width = sorted(lengths)[int(len(lengths) * 0.9)] or 1
    spread = median(lengths) / width
    wrapped = "w" if width < 130 and spread > 0.8 else "v" if width < 130 else "n"
    indents = [line.indent for line in lines]
    hanging = len(set(indents)) > 1
    blanks = sum(line.blank_before > 0 for line in lines[1:]) / max(1, len(lines) - 1)
    gaps = "none" if not blanks else "all" if blanks > 0.9 else "some"
    opening = [opening_of(text) for text in texts]
    ending = [_first(_ENDINGS, text[-60:], search=True) for text in texts]
    has_year = [bool(re.search(r"\b(?:1[89]|20)\d\d[a-z]?\b", text)) for text in texts]
    people = [_author_density(text) for text in texts]
    full = [
        bool(re.search(r"\d[;:,(]\s?\w*\d|pp?\.\s?\d|doi|https?:|[;:,(]\s?(?:19|20)\d\d[.)]", text))
        for text in texts
    ]
    common = max(set(opening), key=opening.count)
    room = rooms(texts)
    rows: list[list[str]] = []
    for i, text in enumerate(texts):
        before = ending[i - 1] if i else "^"
        short = (
            ""
            if not i
            else "s"
            if lengths[i - 1] < width * 0.75
            else "m"
            if lengths[i - 1] < width * 0.9
            else "f"
        )
        row = [
            f"o={opening[i]}", f"e={before}", f"oe={opening[i]}|{before}", f"l={short}{wrapped}", f"le={short}{wrapped}|{before}",
            f"lo={short}{wrapped}|{opening[i]}", f"leo={short}|{before}|{opening[i]}", f"c={opening[i] == common}|{wrapped}|{before}",
            f"b={min(lines[i].blank_before, 2)}|{gaps}", f"bo={min(lines[i].blank_before, 1)}|{gaps}|{opening[i]}|{before}",
            f"y={has_year[i]}|{has_year[i - 1] if i else ''}|{opening[i]}", f"n={ending[i]}|{lengths[i] < width * 0.75}|{wrapped}",
            f"o+1={opening[i + 1] if i + 1 < len(texts) else '$'}", f"o-1={opening[i - 1] if i else '^'}|{opening[i]}", f"w={wrapped}",
            f"p={people[i]}|{people[i - 1] if i else '^'}|{before}", f"pn={people[i]}|{people[i + 1] if i + 1 < len(texts) else '$'}|{opening[i]}",
            f"u={full[i - 1] if i else '^'}|{full[i]}|{opening[i]}", f"u2={full[i - 1] if i else '^'}|{before}|{people[i]}",
            f"u3={i > 1 and full[i - 2]}|{i > 0 and full[i - 1]}|{people[i]}",
            f"k={bool(BULLET.match(lines[i].text))}", f"len={min(lengths[i] // 30, 6)}|{wrapped}",
        ]  # fmt: skip
        signs, letters = room[i]
        row += [
            f"r={signs}|{wrapped}",
            f"rl={letters}|{wrapped}",
            f"rr={signs}|{letters}",
            f"re={signs}|{before}",
            f"ro={signs}|{opening[i]}",
            f"rlo={letters}|{opening[i]}",
        ]
        strong = opening[i] in ("van", "apa", "sp", "initials", "full")
        closed = before in ("url", "pages", "year", "number.", "stop")
        row.append(f"sc={strong}|{closed}|{has_year[i]}")
        row.append(f"rs={signs}|{letters}|{strong}|{closed}")
        row.append(f"su={strong}|{closed}|{full[i - 1] if i else '^'}|{full[i]}")
        if hanging:
            row.append(
                f"d={'in' if indents[i] > min(indents) else 'out'}|{indents[i - 1] > min(indents) if i else ''}"
            )
        row.append("f=" + (re.split(r"\W", text.lower(), maxsplit=1)[0][:12] or text[:1]))
        rows.append(row)
    return rows
