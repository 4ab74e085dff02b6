"""Describe each token to the sequence model: its letters, shape, place, surroundings."""

import re

from citewell.references.reading.dates import MONTHS
from citewell.references.reading.lexicon import (
    CUES,
    GIVEN_NAMES,
    ORGANISATION_WORDS,
    PLACES,
    PUBLISHER_WORDS,
    journal_matches,
)
from citewell.references.reading.surroundings import Surroundings, bucket
from citewell.references.reading.tokens import Token

Features = list[str]
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


def describe(tokens: list[Token]) -> list[Features]:
    """Return one list of features per token, as the model was trained on."""
    count = len(tokens)
    shapes = [_shape(token) for token in tokens]
    lower = [
        "<" + t.kind + ">" if t.kind else _fold(t.text.lower(), s)
        for t, s in zip(tokens, shapes, strict=True)
    ]
    classes = [_word_class(word) for word in lower]
    line = Surroundings(tokens, shapes)
    journals = [
        "" if mark == "1" and token.text.islower() else mark  # "pain" in a title is no journal
        for mark, token in zip(journal_matches(lower), tokens, strict=True)
    ]
    given = [token.text in GIVEN_NAMES for token in tokens]
    places = [word in PLACES for word in lower]
    joined = [i > 0 and tokens[i - 1].end == tokens[i].start for i in range(count)]
    context = _whole(lower, shapes)
    rows: list[Features] = []
    for i in range(count):
        word, shape = lower[i], shapes[i]
        row = [
            "w=" + word,
            "s=" + shape,
            f"i={bucket(i)}",
            f"r={10 * i // count}",
            f"b={line.bracket[i]}{line.quote[i]}{'j' if joined[i] else ''}",
            f"c={min(line.chunk[i], 5)}{line.capital[i]}",
            f"cs={line.capital[i]}{line.chunk_place[i]}",
            f"n={bucket(line.next_number[i])}{shape}",
            f"y={line.years_before[i]}{shape}",
            f"e={bucket(count - i)}",
            f"g={context}{min(line.chunk[i], 3)}",
            f"a={line.stops_ahead[i]}{line.capital[i]}",
            f"ac={line.stops_ahead[i]}{line.commas_ahead[i]}{line.quote[i]}",
            f"ap={line.stops_ahead[i]}{line.chunk_place[i]}",
            f"as={line.stops_ahead[i]}{line.commas_ahead[i]}{shape}",
            f"gy={context}{line.years_before[i]}{line.quote[i]}",
        ]
        if classes[i]:
            row += ["k=" + classes[i], f"kb={classes[i]}{line.bracket[i]}{min(line.chunk[i], 3)}"]
        if journals[i]:
            row.append("j=" + journals[i])
        if places[i]:
            row.append("place")
        if given[i]:
            row.append("given")
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
                    if given[k]:
                        row.append(f"given{offset}")
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
