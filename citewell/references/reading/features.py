"""Describe each token to the sequence model: its letters, shape, place, surroundings."""

import re
from itertools import pairwise

from citewell.references.reading.dates import MONTHS
from citewell.references.reading.lexicon import (
    CUES,
    ORGANISATION_WORDS,
    PLACES,
    PUBLISHER_WORDS,
    journal_matches,
)
from citewell.references.reading.tokens import Token

Features = list[str]
_OPEN, _CLOSE = "([", ")]"
_QUOTES_OPEN, _QUOTES_CLOSE = "“«„‘", "”»’"
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "du",
        "la",
        "le",
        "dos",
        "das",
        "ter",
        "ten",
        "el",
        "al",
        "bin",
        "ibn",
        "af",
        "zu",
        "zur",
    ]
)
_AND = frozenset(("and", "&", "und", "et", "y", "e", "en"))
_STOPWORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "for",
        "with",
        "to",
        "from",
        "by",
        "at",
        "is",
        "are",
        "as",
        "its",
        "their",
        "or",
        "not",
        "be",
        "was",
        "were",
        "during",
        "after",
        "before",
        "between",
        "among",
        "using",
        "under",
        "into",
        "versus",
        "vs",
        "der",
        "die",
        "das",
        "des",
        "für",
        "mit",
        "im",
        "zur",
        "zum",
        "ein",
        "eine",
        "la",
        "le",
        "les",
        "du",
        "des",
        "dans",
        "pour",
        "sur",
        "par",
        "el",
        "los",
        "las",
        "del",
        "para",
        "con",
        "por",
        "un",
        "una",
        "o",
        "os",
        "as",
        "do",
        "da",
        "dos",
        "em",
        "no",
        "na",
    ]
)


def _shape(token: Token) -> str:
    text = token.text
    if token.kind:
        return "<" + token.kind + ">"
    if text.isdigit():
        if len(text) == 4 and ("15" <= text[:2] <= "20"):
            return "YEAR"
        return f"D{min(len(text), 5)}"
    if text.isalpha():
        if len(text) == 1:
            return "A" if text.isupper() else "a"
        if text.isupper():
            return f"AA{min(len(text), 5)}"
        if text.islower():
            return "aa"
        if text[0].isupper() and text[1:].islower():
            return "Aa"
        return "aA" if text[0].islower() else "AaA"
    if len(text) == 2 and text[1] == "." and text[0].isalpha():
        return "A." if text[0].isupper() else "a."
    if not text[0].isalnum():
        return text
    if any(c.isdigit() for c in text):
        if re.fullmatch(r"[A-Za-z]{1,2}\d+", text):
            return "eD"
        if re.fullmatch(r"(?:1[89]|20)\d\d[a-z]", text):
            return "YEARa"
        if re.fullmatch(r"\d+(?:st|nd|rd|th)", text):
            return "Dth"
        return "xD"
    if text.isupper():
        return "AA-AA"
    return "Aa-Aa" if text[0].isupper() else "aa-aa"


def _bucket(number: int) -> str:
    return str(number) if number < 6 else "6+" if number < 10 else "10+" if number < 20 else "20+"


def _word_class(lower: str) -> str:
    if lower in MONTHS:
        return "month"
    if lower in CUES:
        return CUES[lower]
    if lower in _PARTICLES:
        return "particle"
    if lower in _AND:
        return "and"
    if lower in _STOPWORDS:
        return "stop"
    if lower in ORGANISATION_WORDS:
        return "org"
    if lower in PUBLISHER_WORDS:
        return "publisher"
    return ""


class _Line:
    """What holds for tokens by place: depth of brackets and quotes, chunks between full stops."""

    def __init__(self, tokens: list[Token], shapes: list[str]) -> None:
        count = len(tokens)
        self.bracket = [0] * count
        self.quote = [0] * count
        self.chunk = [0] * count
        self.capital = [""] * count
        self.chunk_place = [""] * count
        self.next_number = [99] * count
        self.years_before = [0] * count
        depth = quoted = chunk = years = 0
        starts = [0]
        for i, (token, shape) in enumerate(zip(tokens, shapes, strict=True)):
            text = token.text
            if text in _OPEN:
                depth = 1
            if text in _QUOTES_OPEN or (text == '"' and not quoted):
                quoted = 1
            self.bracket[i], self.quote[i], self.chunk[i] = depth, quoted, chunk
            self.years_before[i] = min(years, 2)
            if text in _CLOSE:
                depth = 0
            if text in _QUOTES_CLOSE or (text == '"' and self.quote[i - 1] and i):
                quoted = 0
            if shape == "YEAR":
                years += 1
            if text in ".?!" and not depth and i + 1 < count and self._ends(tokens, shapes, i):
                chunk += 1
                starts.append(i + 1)
        starts.append(count)
        for begin, end in pairwise(starts):
            self._describe(shapes, begin, end)
        distance = 99
        for i in range(count - 1, -1, -1):
            self.next_number[i] = distance
            distance = (
                1
                if (shapes[i][0] in "DY" and len(shapes[i]) > 1) or shapes[i] in ("eD", "xD")
                else distance + 1
            )

    @staticmethod
    def _ends(tokens: list[Token], shapes: list[str], i: int) -> bool:
        """Tell whether the mark at `i` ends a chunk: space behind it, and no initial before."""
        return tokens[i].end < tokens[i + 1].start

    def _describe(self, shapes: list[str], begin: int, end: int) -> None:
        words = [
            s for s in shapes[begin:end] if s[0] in "Aa" and len(s) > 1 and s not in ("A.", "a.")
        ]
        if not words:
            label = "none"
        else:
            low = sum(s[0] == "a" for s in words)
            label = "caps" if not low else "mixed" if low * 2 < len(words) else "low"
        for i in range(begin, end):
            self.capital[i] = label
            self.chunk_place[i] = _bucket(i - begin)


def describe(tokens: list[Token]) -> list[Features]:
    """Return one list of features per token, as the model was trained on."""
    count = len(tokens)
    shapes = [_shape(token) for token in tokens]
    lower = [
        "<" + t.kind + ">" if t.kind else _fold(t.text.lower(), s)
        for t, s in zip(tokens, shapes, strict=True)
    ]
    classes = [_word_class(word) for word in lower]
    line = _Line(tokens, shapes)
    journals = journal_matches(lower)
    places = [word in PLACES for word in lower]
    joined = [i > 0 and tokens[i - 1].end == tokens[i].start for i in range(count)]
    context = _whole(lower, shapes)
    rows: list[Features] = []
    for i in range(count):
        word, shape = lower[i], shapes[i]
        row = [
            "w=" + word,
            "s=" + shape,
            f"i={_bucket(i)}",
            f"r={10 * i // count}",
            f"b={line.bracket[i]}{line.quote[i]}{'j' if joined[i] else ''}",
            f"c={min(line.chunk[i], 5)}{line.capital[i]}",
            f"cs={line.capital[i]}{line.chunk_place[i]}",
            f"n={_bucket(line.next_number[i])}{shape}",
            f"y={line.years_before[i]}{shape}",
            f"e={_bucket(count - i)}",
            f"g={context}{min(line.chunk[i], 3)}",
            f"gy={context}{line.years_before[i]}{line.quote[i]}",
        ]
        if classes[i]:
            row += ["k=" + classes[i], f"kb={classes[i]}{line.bracket[i]}{min(line.chunk[i], 3)}"]
        if journals[i]:
            row.append("j=" + journals[i])
        if places[i]:
            row.append("place")
        if len(word) > 3 and word.isalpha():
            row += ["p=" + word[:3], "x=" + word[-3:], "x2=" + word[-2:] + shape]
        for offset in (-3, -2, -1, 1, 2, 3):
            k = i + offset
            if 0 <= k < count:
                row.append(f"s{offset}={shapes[k]}")
                if -3 < offset < 3:
                    row.append(f"w{offset}={lower[k]}")
                    if classes[k]:
                        row.append(f"k{offset}={classes[k]}")
                    if journals[k]:
                        row.append(f"j{offset}={journals[k]}")
            elif k in (-1, count):
                row.append("edge" + str(offset))
        previous = shapes[i - 1] if i else "^"
        following = shapes[i + 1] if i + 1 < count else "$"
        row += [
            f"sb={previous}|{shape}",
            f"sn={shape}|{following}",
            f"st={previous}|{shape}|{following}",
        ]
        rows.append(row)
    return rows


def _fold(word: str, shape: str) -> str:
    """Make numbers alike (the model should learn no page by heart), and apostrophes."""
    if (shape[0] in "DY" and len(shape) > 1) or shape in ("eD", "xD"):
        return shape
    return word.replace("’", "'").replace("‐", "-")


def _whole(lower: list[str], shapes: list[str]) -> str:
    """Name what holds for the whole reference: how it opens, where the year stands, quotes."""
    opening = "".join(
        "a" if s in ("A", "A.") else "W" if s[:2] in ("Aa", "AA") else s if len(s) == 1 else "o"
        for s in shapes[:3]
    )
    year = next((i for i, s in enumerate(shapes) if s in ("YEAR", "YEARa")), -1)
    if year < 0:
        where = "n"
    elif year and shapes[year - 1] == "(":
        where = "p" if year < len(shapes) * 0.45 else "P"
    else:
        where = "y" if year < len(shapes) * 0.45 else "Y"
    quotes = "q" if any(w in ("“", '"', "«", "„") for w in lower) else ""
    return f"{opening}{where}{quotes}{'I' if 'in' in lower and ('ed' in lower or 'eds' in lower) else ''}"  # noqa: E501
