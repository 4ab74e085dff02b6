"""Bytes to an article: plain text, Markdown, HTML and Word files. Pure, no framework."""

from importing.document import Document, Refused
from importing.readers.arrange import NO_TITLE, arrange
from importing.readers.decoding import decode
from importing.readers.html import read_html
from importing.readers.markdown import read_markdown
from importing.readers.pieces import Source
from importing.readers.plain import read_plain
from importing.readers.typed_lists import gather_typed_lists
from importing.readers.word import read_word

MOST_BYTES = 20_000_000
TOO_LARGE = "The file is larger than 20 MB."
# A book has a million characters.
MOST_CHARACTERS = 4_000_000
EXTENSIONS = ("txt", "md", "markdown", "html", "htm", "docx")

__all__ = ["EXTENSIONS", "MOST_BYTES", "TOO_LARGE", "Document", "Refused", "read_article"]


def read_article(data: bytes, filename: str) -> Document:
    """Read a file by its extension. Raises `Refused` with one sentence for the editor."""
    extension = filename.rsplit(".", 1)[-1].lower() if "." in filename else ""
    if extension not in EXTENSIONS:
        known = ", ".join(f".{each}" for each in EXTENSIONS)
        raise Refused(f"“{filename}” is not a kind of file that can be read ({known}).")
    if len(data) > MOST_BYTES:
        raise Refused(TOO_LARGE)
    if not data.strip():
        raise Refused("The file is empty.")
    try:
        source = _source(data, extension)
        document = arrange(source, filename)
    except RecursionError:
        raise Refused("The text nests its parts too deeply to be an article.") from None
    written = document.lead or document.blocks or document.references or document.teasers
    if not source.pieces or (not written and NO_TITLE in document.warnings):
        raise Refused("The file holds no text that can be read.")
    return document


def _source(data: bytes, extension: str) -> Source:
    if extension == "docx":
        source = read_word(data)
        source.pieces = gather_typed_lists(source.pieces)
        return source
    decoded = decode(data, declared=extension in ("html", "htm"))
    if extension not in ("html", "htm") and len(decoded.text) > MOST_CHARACTERS:
        raise Refused("The file holds more text than an article can have.")
    if extension == "txt":
        source = read_plain(decoded.text)
    elif extension in ("md", "markdown"):
        source = read_markdown(decoded.text)
    else:
        source = read_html(decoded.text)
    if extension != "txt":
        source.pieces = gather_typed_lists(source.pieces)
    source.warnings += decoded.warnings
    return source
