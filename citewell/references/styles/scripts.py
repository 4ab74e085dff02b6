"""Scripts written with spaces between words, as names and italics are set by them.

Names in other scripts (Chinese, Japanese, Korean, …) stand together, family name first, and no
text in them is set in italics.
"""

import unicodedata
from functools import lru_cache

_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC", "THAI")


@lru_cache(maxsize=4096)
def is_letter(sign: str) -> bool:
    """Whether one sign is a letter of such a script (or “&”, as in “& Sons”)."""
    return sign == "&" or (bool(sign) and unicodedata.name(sign, "").startswith(_SCRIPTS))


def has_letter(text: str) -> bool:
    """Whether a text has a letter of such a script, a digit or a hyphen."""
    return any(is_letter(sign) or sign in "0123456789-" for sign in text)
