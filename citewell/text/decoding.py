"""Turn uploaded bytes into text without ever failing."""

import codecs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> str:
    """Return `data` as text: by its byte order mark, else UTF-16, UTF-8 or Windows-1252.

    Never raises: a byte no encoding knows becomes U+FFFD. Bytes that are not UTF-8 are read as
    Windows-1252 one by one, so a file that mixes both keeps both; the five bytes Windows-1252
    leaves undefined are read as browsers do (the C1 control of the same number).
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if encoding := _utf16_without_mark(data):
        return data.decode(encoding, errors="replace")
    return data.decode("utf-8", errors="citewell_windows_1252")


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


def _windows_1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_WINDOWS_1252 = tuple(_windows_1252(byte) for byte in range(256))


def _one_by_one(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are not UTF-8, each as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_WINDOWS_1252[byte] for byte in wrong), error.end


codecs.register_error("citewell_windows_1252", _one_by_one)
