"""The bytes of an export made fit for an XML parser, as it asks for them.

WordPress writes what its database holds: control characters that XML forbids, bytes of
another encoding, a blank line of some plugin before the declaration.
"""

import codecs
import re
from typing import BinaryIO

from citewell.text.decoding import kind_of_binary
from importing.document import Refused

NOT_AN_EXPORT = "The file is not a WordPress export (WXR)."
_CHUNK = 1 << 16
_FORBIDDEN = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PROLOG = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE)*<rss[\s>]", re.S)
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)""")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Files that call themselves Latin-1 are Windows-1252, as browsers know.
_LATIN = frozenset({"iso8859-1", "cp1252", "ascii"})
_OTHERS = ("iso8859", "cp125", "koi8", "gb", "big5", "shift_jis", "euc")


class CleanXml:
    """A file for the parser to `read`: UTF-8, without what XML forbids.

    `removed` counts the characters taken out; `mixed` says that bytes were not in the
    file's own encoding and were read as Windows-1252. Raises `Refused` for what is no export.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.removed = 0
        self.mixed = False
        head = file.read(_CHUNK)
        if what := kind_of_binary(head):
            raise Refused(f"The file is {what}, not a WordPress export.")
        encoding, skip = _encoding(head)
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._waiting = self._text(head[skip:]).lstrip("\ufeff \t\r\n")
        found = _PROLOG.match(self._waiting)
        if found is None:
            raise Refused(NOT_AN_EXPORT)

    def read(self, size: int = -1) -> bytes:
        """The next part, whatever its size; empty at the end."""
        text, self._waiting = self._waiting, ""
        while not text:
            chunk = self._file.read(_CHUNK)
            text = self._text(chunk)
            if not chunk:
                break
        return text.encode("utf-8")

    def _text(self, chunk: bytes) -> str:
        text = self._decoded(chunk)
        if "\0" in text:
            raise Refused("The file holds NUL bytes, as damaged files do: export it again.")
        text, removed = _FORBIDDEN.subn("", text)
        self.removed += removed
        return text

    def _decoded(self, chunk: bytes) -> str:
        state = self._decoder.getstate()
        try:
            return self._decoder.decode(chunk, not chunk)
        except UnicodeDecodeError:
            self.mixed = True
            self._decoder.setstate(state)
        self._decoder.errors = "citewell_windows_1252"
        text = self._decoder.decode(chunk, not chunk)
        self._decoder.errors = "strict"
        return text


def _encoding(head: bytes) -> tuple[str, int]:
    """The name of the encoding, and how many bytes of a mark to skip."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    found = _DECLARED.search(head[:400])
    try:
        name = codecs.lookup(found[1].decode("ascii") if found else "utf-8").name
    except LookupError:
        return "utf-8", 0
    if name in _LATIN:
        return "cp1252", 0
    return (name if name.startswith(_OTHERS) else "utf-8"), 0
