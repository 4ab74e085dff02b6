"""Makes small Word files for tests, part by part, so that a test can break any of them."""

import io
import zipfile
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMESPACES = (
    f"{_W} "
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STYLES = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Quote": "Quote",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


def run(text: str, *marks: str) -> str:
    """A run; marks are "b", "i", "superscript" …"""
    properties = "".join(
        f'<w:vertAlign w:val="{mark}"/>' if mark.endswith("script") else f"<w:{mark}/>"
        for mark in marks
    )
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(
    content: str, style: str = "", level: int | None = None, ordered: bool = False
) -> str:
    """A paragraph; `content` is text or runs, `level` makes it a list item."""
    inner = content if content.startswith("<w:") else run(content)
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level is not None:
        number = 2 if ordered else 1
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def table(rows: list[list[str]], header: bool = True) -> str:
    """A table; the first row repeats as a header where `header` is set."""
    lines = []
    for number, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if header and not number else ""
        lines.append(f"<w:tr>{head}{''.join(f'<w:tc>{paragraph(c)}</w:tc>' for c in row)}</w:tr>")
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def inserted(text: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{run(text)}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="A"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def note(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def picture(alt: str, relation: str = "rImage") -> str:
    """A picture; `relation` is the name of one of the file's own `media`, if not the pixel."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="{escape(alt)}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def make_docx(
    body: str,
    footnotes: tuple[str, ...] = (),
    comments: tuple[str, ...] = (),
    header: str = "",
    title: str = "",
    extra: dict[str, bytes] | None = None,
    media: dict[str, bytes] | None = None,
) -> bytes:
    """A Word file with the body's paragraphs and the parts asked for; `media` are JPEGs."""
    parts: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_W}>{''.join(map(_style, _STYLES.items()))}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_W}>{_numbering(1, 'bullet')}"
        f"{_numbering(2, 'decimal')}{_number(1)}{_number(2)}</w:numbering>",
        "word/media/image1.png": PIXEL,
    }
    relations = {
        "rStyles": ("styles", "styles.xml"),
        "rNumbering": ("numbering", "numbering.xml"),
        "rImage": ("image", "media/image1.png"),
    }
    for name, data in (media or {}).items():
        parts[f"word/media/{name}.jpg"] = data
        relations[name] = ("image", f"media/{name}.jpg")
    if footnotes:
        notes = "".join(
            f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'
            for number, text in enumerate(footnotes, 1)
        )
        parts["word/footnotes.xml"] = f"<w:footnotes {_NAMESPACES}>{notes}</w:footnotes>"
        relations["rNotes"] = ("footnotes", "footnotes.xml")
    if comments:
        texts = "".join(
            f'<w:comment w:id="{number}" w:author="A">{paragraph(text)}</w:comment>'
            for number, text in enumerate(comments)
        )
        parts["word/comments.xml"] = f"<w:comments {_NAMESPACES}>{texts}</w:comments>"
        relations["rComments"] = ("comments", "comments.xml")
    if header:
        parts["word/header1.xml"] = f"<w:hdr {_NAMESPACES}>{paragraph(header)}</w:hdr>"
        relations["rHeader"] = ("header", "header1.xml")
    if title:
        parts["docProps/core.xml"] = (
            f'<p:coreProperties xmlns:p="{_PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
            "</p:coreProperties>"
        )
    parts["word/_rels/document.xml.rels"] = _relations(relations)
    parts["_rels/.rels"] = _relations({"rDocument": ("officeDocument", "word/document.xml")})
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="jpg" ContentType="image/jpeg"/>'
        '<Default Extension="png" ContentType="image/png"/></Types>'
    )
    return zipped({**parts, **(extra or {})})


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _style(item: tuple[str, str]) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{item[0]}"><w:name w:val="{item[1]}"/></w:style>'
    )


def _numbering(number: int, kind: str) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{kind}"/></w:lvl>' for level in range(4)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'


def _number(number: int) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'


def _relations(relations: dict[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in relations.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'
