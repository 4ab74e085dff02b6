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
    """Return `data` as text: by its byte order mark, else UTF-8, else Windows-1252.

    Never raises: a byte no encoding knows becomes U+FFFD. The five bytes Windows-1252 leaves
    undefined are read as browsers do (the C1 control of the same number).
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_WINDOWS_1252[byte] for byte in data)


def _windows_1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_WINDOWS_1252 = tuple(_windows_1252(byte) for byte in range(256))
