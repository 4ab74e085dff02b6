# ruff: noqa: E501 (patterns and tables read better unbroken)
"""Tell organisations, initials and people apart among the words of an author list."""

import re

from citewell.references.reading.lexicon import ORGANISATION_WORDS

PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|du|la|le|dos|das|do|ter|ten|el|al|bin|ibn|af|te|dello|degli|zu|zur|'t|st\.?|los|las|vom|zum)"
# Latin Extended-A alternates capitals and small letters: a plain range would take "ł" for one.
_CAPITAL = "A-ZÀ-ÖØ-ÞА-Я" + "".join(filter(str.isupper, map(chr, range(0x100, 0x180))))
INITIALS = re.compile(
    r"^(?!St\.)(?:[^\W\d_]{1,3}\.[\s\-‐–]*)+$"  # J. A. | J.-P. | Chr.
    rf"|^[{_CAPITAL}]{{1,4}}\.?$"  # JA
    rf"|^[{_CAPITAL}](?:[\s\-‐–.]{{1,2}}[{_CAPITAL}]){{1,3}}\.?$"  # J A | J-P
    r"|^[A-Z][a-z]?-[A-Z][a-z]?$"
    r"|^(?:[^\W\d_]\.[\s\-‐–]*)+[A-Z]$"
)
PERSON_AND = re.compile(
    r"^(?!U\.\s?[SK]\.)(?:(?:[A-Z]\.[\s-]?)+\s?[^\W\d_]+|[^\W\d_]+\s(?:[A-Z]\.[\s-]?|[A-Z]{1,2}(?=[\s,]))+),?\s?(?:and|&)\s"
)
_GROUP_AT_THE_END = re.compile(r"^(.+,.+),\s(?:and|&)\s(.+)$")


def is_organisation(text: str) -> bool:
    """Tell whether a whole author part names one organisation rather than people."""
    words = re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?", text)
    if not words:
        return False
    if len(words) == 1 and re.search(r"(?:[a-z]Corp|GmbH)$", words[0]):
        return True
    strong = [w for w in words if w.lower().rstrip(".") in ORGANISATION_WORDS]
    initials = sum(
        bool(INITIALS.match(w)) and w not in strong and (len(w) < 3 or "." in w) for w in words
    )
    if PERSON_AND.match(text):
        return False
    if strong and (
        not initials or ("," not in text and len(words) > 2 and not INITIALS.match(words[-1]))
    ):
        return True
    return len(words) == 1 and words[0].isupper() and 2 < len(words[0]) < 9 and "," not in text


def is_initials(text: str) -> bool:
    text = text.strip()
    return bool(INITIALS.match(text)) and not (
        (len(text) > 2 or not text.isupper()) and re.match(rf"^{PARTICLE}$", text, re.IGNORECASE)
    )


def is_person(text: str) -> bool:
    """Tell whether `text` could be a person (or the initials of one) rather than half a name of a group."""
    words = text.split()
    return (
        bool(words)
        and len(words) <= 4
        and not re.search(r"\d", text)
        and not is_organisation(text)
        and (is_initials(text) or any(is_initials(word) for word in words) or len(words) > 2)
    )


def is_people_and_group(text: str) -> bool:
    """Tell people with a group behind ("Roe, Ann, Bo Lee, and Heart Study Group") from a group."""
    match = _GROUP_AT_THE_END.match(text)
    return bool(
        match
        and is_organisation(match[2])
        and not is_organisation(match[1])
        and all(
            len(part.split()) <= 3 and part.strip()[:1].isupper() for part in match[1].split(",")
        )
        and ";" not in text
        and not re.search(r"\b(?:of|for)\b", match[1])
    )
