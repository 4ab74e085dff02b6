"""Turn uploaded bytes into text without ever failing."""

import codecs
import re
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
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


class Decoded(NamedTuple):
    """A text, and whether its encoding was known (else Windows-1252 was the best guess)."""

    text: str
    known: bool


def kind_of_binary(data: bytes) -> str:
    """What a file that is no text is, with its article; empty where it may be one."""
    return next((what for signature, what in _SIGNATURES if data.startswith(signature)), "")


def decode(data: bytes) -> str:
    """The text of `data`; see `find_encoding`."""
    return find_encoding(data).text


def find_encoding(data: bytes, markup: bool = False) -> Decoded:
    """Read `data` by its byte order mark, else as UTF-16 where it looks so, else as UTF-8.

    `markup` honours what a page says of itself before the last resort, Windows-1252: there
    only the bytes that are not UTF-8 are read so, and a mixed file keeps both halves.
    Never raises: a byte no encoding knows becomes U+FFFD. The five bytes Windows-1252 leaves
    undefined are read as browsers do (the C1 control of the same number).
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), True)
    if encoding := _utf_16_without_mark(data):
        return Decoded(data.decode(encoding, "replace"), True)
    try:
        return Decoded(data.decode("utf-8"), True)
    except UnicodeDecodeError:
        pass
    declared = _as_declared(data) if markup else None
    return declared or Decoded(data.decode("utf-8", "citewell_windows_1252"), False)


def _as_declared(data: bytes) -> Decoded | None:
    found = _DECLARED.search(data[:4096])
    try:
        codec = codecs.lookup(found[1].decode("ascii") if found else "ascii")
        # A file that calls itself Latin-1 is read as Windows-1252, as browsers do.
        if codec.name not in ("utf-8", "iso8859-1", "ascii"):
            return Decoded(data.decode(codec.name), True)
    except (LookupError, UnicodeError):
        pass
    return None


def _utf_16_without_mark(data: bytes) -> str:
    """UTF-16 of a Latin script shows as a zero in every other byte."""
    sample = data[:2000]
    if len(sample) < 8:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, least = len(sample) * 0.3, len(sample) * 0.02
    if odd > most and even < least:
        return "utf-16-le"
    return "utf-16-be" if even > most and odd < least else ""


def _windows_1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _windows_1252_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(_windows_1252, error.object[error.start : error.end])), error.end


codecs.register_error("citewell_windows_1252", _windows_1252_bytes)
