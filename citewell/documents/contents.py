"""Whether a file is what its name says; pure, reads a few bytes of it."""

import re
import zipfile
from typing import IO

MOST_BYTES = 15 * 1024 * 1024
OFFICE = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
PLAIN = {"csv", "txt"}
NOT_PLAIN = re.compile(rb"<[!?/a-z]|%pdf|pk\x03\x04|mz[^a-z ,;]")
"""How pages, drawings, archives and programs begin, in small letters."""


def agrees(file: IO[bytes], extension: str) -> bool:
    """Whether the content is of the kind that the extension names; the file is rewound."""
    file.seek(0)
    try:
        if extension == "pdf":
            return b"%PDF-" in file.read(1024)
        if extension in PLAIN:
            return is_plain(file.read(65_536))
        return is_archive(file, extension)
    finally:
        file.seek(0)


def is_plain(start: bytes) -> bool:
    """Whether bytes are text, and none that a browser would take for a page."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16, as spreadsheets save it
        return True
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return b"\x00" not in start and not NOT_PLAIN.match(text)


def is_archive(file: IO[bytes], extension: str) -> bool:
    """Whether it is an office document of this kind, without macros."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                return False
            if extension == "odt":
                with archive.open("mimetype") as entry:
                    return entry.read(len(OPEN_DOCUMENT) + 1).strip() == OPEN_DOCUMENT
            folder = OFFICE.get(extension)
            return (
                folder is not None
                and "[Content_Types].xml" in names
                and any(name.startswith(folder) for name in names)
            )
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, ValueError, NotImplementedError):
        return False
