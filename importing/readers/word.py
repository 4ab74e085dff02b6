"""Word files to pieces: mammoth makes HTML of the text, the HTML reader does the rest.

Mammoth takes tracked insertions in and leaves deletions out. What it does not look at
(page headers, reviewers' comments, equations) is listed here under `dropped`.
"""

import io
import re
import zipfile
from collections.abc import Iterator

import mammoth
from lxml import etree

from importing.document import Dropped, Image, Refused
from importing.readers.html import read_html
from importing.readers.pieces import Source

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MOST_ENTRIES = 5_000
_MOST_UNPACKED = 200_000_000
_MOST_XML = 15_000_000
_MOST_RATIO = 200
_BEYOND_RATIO = 5_000_000
_STYLES = """
p[style-name='Title'] => h1.citewell-title:fresh
p[style-name='TOC Heading'] => p.toc:fresh
p[style-name='toc 1'] => p.toc:fresh
p[style-name='toc 2'] => p.toc:fresh
p[style-name='toc 3'] => p.toc:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
"""
_BROKEN = "The file is broken or is not a Word (.docx) file."


def read_word(data: bytes) -> Source:
    """Read a .docx. Raises `Refused` for a broken file and for one that unpacks too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _guard(archive)
            beside = _beside(archive)
            title = _property_title(archive)
    except Refused:
        raise
    except Exception:
        raise Refused(_BROKEN) from None
    images: dict[str, Image] = {}

    def keep(image: mammoth.documents.Image) -> dict[str, str]:
        name = f"word-image-{len(images) + 1}"
        with image.open() as stream:
            images[name] = Image(name, data=stream.read(), content_type=image.content_type)
        return {"src": name}

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(keep),
            external_file_access=False,
        )
    except RecursionError:
        raise Refused("The file nests its parts too deeply to be an article.") from None
    except Exception:
        raise Refused(_BROKEN) from None
    source = read_html(f"<body>{result.value}</body>", images)
    source.page_title = title
    source.dropped += beside
    for message in result.messages:
        if "style" not in message.message.lower():
            source.warnings.append(message.message.rstrip(".") + ".")
    if not source.pieces:
        raise Refused("The file holds no text that can be read.")
    return source


def _guard(archive: zipfile.ZipFile) -> None:
    """Refuse before anything is unpacked: too many parts, too large, too tightly packed."""
    entries = archive.infolist()
    bomb = Refused("The file unpacks to far more than a Word file holds.")
    if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        raise bomb
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")) and entry.file_size > _MOST_XML:
            raise bomb
        if entry.file_size > max(entry.compress_size * _MOST_RATIO, _BEYOND_RATIO):
            raise bomb
        if entry.flag_bits & 1:
            raise Refused("The file is locked with a password.")
    if "word/document.xml" not in archive.namelist() and "_rels/.rels" not in archive.namelist():
        raise Refused(_BROKEN)


def _xml(archive: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(archive.read(name), parser)
    if root.getroottree().docinfo.doctype:
        raise Refused(_BROKEN)
    return root


def _beside(archive: zipfile.ZipFile) -> list[Dropped]:
    dropped: list[Dropped] = []
    for name in archive.namelist():
        if re.fullmatch(r"word/(header|footer)\d*\.xml", name):
            reason = f"page {name[5:11]} of the Word file"
        elif name == "word/comments.xml":
            reason = "a reviewer's comment"
        else:
            continue
        dropped += [Dropped(line, reason) for line in _paragraphs(_xml(archive, name))]
    if "word/document.xml" in archive.namelist():
        root = _xml(archive, "word/document.xml")
        for formula in root.iter(f"{_M}oMath"):
            text = "".join(part.text or "" for part in formula.iter(f"{_M}t"))
            dropped.append(Dropped(text, "an equation"))
    return dropped


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_W}p"):
        text = " ".join("".join(part.text or "" for part in paragraph.iter(f"{_W}t")).split())
        if text:
            yield text


def _property_title(archive: zipfile.ZipFile) -> str:
    if "docProps/core.xml" not in archive.namelist():
        return ""
    root = _xml(archive, "docProps/core.xml")
    found = root.find("{http://purl.org/dc/elements/1.1/}title")
    return " ".join((found.text or "").split()) if found is not None else ""
