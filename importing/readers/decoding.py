"""From bytes to a text with words in it, or the sentence that it is none."""

import re
import unicodedata
from typing import NamedTuple

from citewell.text.decoding import find_encoding, kind_of_binary
from importing.document import Refused

# A text may hold a stray control character; one in a hundred is no text.
_MOST_CONTROLS = 0.01
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")


NOT_UTF_8 = "The file is not UTF-8 and was read as Windows-1252: check accents and quotes."


class Decoded(NamedTuple):
    """A text with newlines as line ends, and what the editor should know of it."""

    text: str
    warnings: tuple[str, ...]


def decode(data: bytes, declared: bool = False) -> Decoded:
    """Find out the encoding; `declared` honours what an HTML file says of itself.

    Raises `Refused` for binary data and for a file without words.
    """
    if what := kind_of_binary(data):
        raise Refused(f"The file is {what}, not text.")
    text, known = find_encoding(data, markup=declared)
    warnings: tuple[str, ...] = () if known else (NOT_UTF_8,)
    text = text.replace("\ufeff", "")  # a mark of the encoding, or a space nobody sees
    unwanted = len(_UNWANTED.findall(text))
    if unwanted > max(1, len(text) * _MOST_CONTROLS):
        raise Refused("The file is binary, not text.")
    if unwanted:
        text = _UNWANTED.sub("", text)
        warnings = (*warnings, f"{unwanted} control characters were removed.")
    text = re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    if not any(unicodedata.category(character)[0] in "LN" for character in text):
        raise Refused("The file is empty.")
    return Decoded(text, warnings)
