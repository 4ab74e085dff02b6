"""How a word sounds, roughly: a key that "newmonia" and "pneumonia" share."""

import re
from functools import lru_cache
from typing import Final

_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^(?:p(?=[nst])|g(?=n)|k(?=n)|m(?=n)|w(?=r))", ""),
        ("^x", "s"),
        ("sthm", "sm"),
        ("gue$", "g"),
        ("g(?=[mn]$)", ""),
        ("ph", "f"),
        ("gh(?=[aeiouy])", "g"),
        ("gh", ""),
        ("rrh|rh", "r"),
        ("sc(?=[eiy])", "s"),
        ("sch", "sk"),
        ("tch", "c"),
        ("ch", "k"),
        ("ck|qu|q", "k"),
        ("t(?=i[ao])", "s"),
        ("x", "ks"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("dg(?=[eiy])|g(?=[eiy])|j", "j"),
        ("z", "s"),
        ("v", "f"),
        ("th", "t"),
        ("^[aeiouy]+", "a"),
        ("(?<=.)[aeiouyhw]", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """The sound key of a folded word; "" for a word that is not of Latin letters."""
    if not (word.isascii() and word.isalpha()):
        return ""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word
