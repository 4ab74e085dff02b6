"""From bytes to text: which encoding a file is in, or that it is no text at all."""

import codecs
import re
import unicodedata
from typing import NamedTuple

from importing.document import Refused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text (.rtf) file"),
    (b"PK\x03\x04", "a zip archive or an office file"),
    (b"\xd0\xcf\x11\xe0", "an old Word (.doc) or office file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "an archive"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.I)
# A text may hold a stray control character; one in a hundred is no text.
_MOST_CONTROLS = 0.01
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]")


class Decoded(NamedTuple):
    """A text with newlines as line ends, and what the editor should know of it."""

    text: str
    warnings: tuple[str, ...]


def decode(data: bytes, declared: bool = False) -> Decoded:
    """Find out the encoding; `declared` honours what an HTML file says of itself.

    Raises `Refused` for binary data and for a file without words.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Refused(f"The file is {what}, not text.")
    text, warnings = _decode(data, declared)
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


def _decode(data: bytes, declared: bool) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), ()
    if encoding := _utf16_without_mark(data):
        return data.decode(encoding, "replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if declared and (found := _DECLARED.search(data[:4096])):
        try:
            codec = codecs.lookup(found[1].decode("ascii"))
            # A file that calls itself Latin-1 is read as Windows-1252, as browsers do.
            if codec.name not in ("utf-8", "iso8859-1", "ascii"):
                return data.decode(codec.name), ()
        except (LookupError, UnicodeError):
            pass
    return data.decode("utf-8", "windows_1252_bytes"), (
        "The file is not UTF-8 and was read as Windows-1252: check accents and quotes.",
    )


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 of a Latin script shows as a zero in every other byte."""
    sample = data[:2000]
    if len(sample) < 8:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, least = len(sample) * 0.3, len(sample) * 0.02
    if odd > most and even < least:
        return "utf-16-le"
    return "utf-16-be" if even > most and odd < least else ""


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are not UTF-8 one by one, so a mixed file keeps both halves."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(bytes([byte]).decode("cp1252", "replace") for byte in wrong), error.end


codecs.register_error("windows_1252_bytes", _windows_1252)
