"""Phrases as editors write them, made into patterns; pure.

A phrase is words. ``*`` ends a word of which the rest is open (``cure*``), ``…`` stands for up
to six words between (``better than … surgery``), ``(a|b)`` for one of several. A hyphen also
matches a blank. Nothing else is understood: a regular expression is refused with a sentence,
never run.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

LONGEST = 2500
MOST_GAPS = 2
GAP = r"(?:\W+[\w'%-]+){0,6}?\W+"

_SIGNS = re.compile(r"…|\.\.\.|[*()|]|[\w'%£$€&+/-]+|\s+|.", re.DOTALL)
_SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "‑": "-", "‐": "-"})


class PhraseError(ValueError):
    """A phrase that is not understood; the message says which and why."""


def plain(text: str) -> str:
    """A text with straight apostrophes, hyphens and blanks, each sign in its place."""
    return text.translate(_SAME_LENGTH)


def lines_of(text: str) -> list[str]:
    """The phrases of a field, one a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


@lru_cache(maxsize=2000)
def pattern(phrase: str) -> str:
    """The pattern of one phrase, for a text that went through :func:`plain`.

    Raises:
        PhraseError: it is too long, has other signs, or matches everything.
    """
    shown = phrase if len(phrase) <= 60 else f"{phrase[:60]}…"
    if len(phrase) > LONGEST:
        raise PhraseError(f"“{shown}” is longer than {LONGEST} characters.")
    if len(re.findall(r"\w", phrase)) < 2:
        raise PhraseError(f"“{shown}” has too few letters: it would match everywhere.")
    found: list[str] = []
    is_open = False
    gaps = 0
    for sign in _SIGNS.findall(plain(phrase.strip())):
        if sign in ("…", "..."):
            while found and found[-1] == BLANK:
                found.pop()
            if not found or is_open:
                raise PhraseError(f"“{shown}”: … stands between words, outside of brackets.")
            gaps += 1
            found.append(GAP)
        elif sign == "(":
            if is_open:
                raise PhraseError(f"“{shown}”: brackets inside brackets are not understood.")
            is_open = True
            found.append("(?:")
        elif sign == ")":
            if not is_open:
                raise PhraseError(f"“{shown}”: a bracket closes that was not opened.")
            is_open = False
            found.append(")")
        elif sign == "|":
            if not is_open:
                raise PhraseError(f"“{shown}”: | stands inside brackets only.")
            found.append("|")
        elif sign == "*":
            if not found or not found[-1][-1:].isalnum():
                raise PhraseError(f"“{shown}”: * stands at the end of a word.")
            found.append(r"\w*")
        elif sign.isspace():
            if found and found[-1] not in (GAP, "(?:", "|"):
                found.append(BLANK)
        elif re.fullmatch(r"[\w'%£$€&+/-]+", sign):
            found.append(re.escape(sign).replace(r"\-", r"[\s-]"))
        else:
            raise PhraseError(
                f"“{shown}”: “{sign}” is not understood. Write words; * for any ending, "
                "… for words between, (a|b) for one of several."
            )
    if is_open:
        raise PhraseError(f"“{shown}”: a bracket is not closed.")
    while found and found[-1] == BLANK:
        found.pop()
    if found[-1] == GAP:
        raise PhraseError(f"“{shown}”: … stands between words.")
    if gaps > MOST_GAPS:
        raise PhraseError(f"“{shown}”: at most {MOST_GAPS} times ….")
    return "".join(found)


BLANK = r"[\s-]+"


@lru_cache(maxsize=500)
def matcher(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for several phrases, whole words only; None where there are none.

    Raises:
        PhraseError: one of them is not understood.
    """
    if not phrases:
        return None
    ways = "|".join(f"(?:{pattern(phrase)})" for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)", re.IGNORECASE)


def faults(phrases: Iterable[str]) -> list[str]:
    """What is wrong with each phrase that is not understood."""
    found = []
    for phrase in phrases:
        try:
            re.compile(pattern(phrase))
        except PhraseError as error:
            found.append(str(error))
        except re.error:
            found.append(f"“{phrase}” is not understood.")
    return found
