"""Read the reference section of a Word file (.docx)."""

import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from citewell.references.files import Refused
from citewell.references.formats.model import Contents
from citewell.references.reading import read_references
from citewell.references.reading.section import find_reference_section

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_UNPACKED = 60_000_000  # bytes; ten novels
_GONE = {f"{_W}del", f"{_W}moveFrom"}
_BREAKS = {f"{_W}br", f"{_W}cr"}


def read(data: bytes) -> Contents:
    """Return the references of the list the document ends in; accepted changes are in.

    Raises:
        Refused: no Word file, a broken or oversized one, or one without a list of references.
    """
    text = "\n\n".join(_paragraphs(_document(data)))
    place = find_reference_section(text)
    if place is None:
        raise Refused("No list of references was found in the document.")
    return Contents(read_references(text[slice(*place)]))


def _document(data: bytes) -> Element:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            info = archive.getinfo("word/document.xml")
            if info.file_size > _MOST_UNPACKED or info.flag_bits & 1:
                raise Refused("The Word file is locked or unpacks to far too much.")
            with archive.open(info) as file:
                content = file.read(_MOST_UNPACKED + 1)
        if len(content) > _MOST_UNPACKED:
            raise Refused("The Word file unpacks to far too much.")
        root: Element = fromstring(content)
    except KeyError:
        raise Refused("That is not a Word file (.docx).") from None
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, zlib.error):
        raise Refused("The Word file is broken.") from None
    except (ParseError, DefusedXmlException, RecursionError):
        raise Refused("The Word file is broken.") from None
    return root


def _paragraphs(root: Element) -> list[str]:
    found: list[str] = []
    for paragraph in root.iter(f"{_W}p"):
        text = "".join(_runs(paragraph)).strip()
        if text:
            found.append(text)
    return found


def _runs(element: Element) -> list[str]:
    pieces: list[str] = []
    for child in element:
        if child.tag in _GONE or child.tag == f"{_W}p":
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag == f"{_W}tab":
            pieces.append("\t")
        elif child.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif child.tag in _BREAKS:
            pieces.append("\n")
        else:
            pieces += _runs(child)
    return pieces
