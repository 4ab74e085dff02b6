"""Bytes to an article: plain text, Markdown, HTML and Word files. Pure, no framework."""

from collections.abc import Callable

from importing.document import Document, Refused
from importing.readers.arrange import arrange
from importing.readers.decoding import decode
from importing.readers.html import read_html
from importing.readers.markdown import read_markdown
from importing.readers.opening import NO_TITLE
from importing.readers.pieces import Source
from importing.readers.plain import read_plain
from importing.readers.text_marks import plain_marks
from importing.readers.typed_lists import gather_typed_lists
from importing.readers.word import read_word

MOST_BYTES = 20_000_000
TOO_LARGE = "The file is larger than 20 MB."
# A book has a million characters.
MOST_CHARACTERS = 4_000_000

__all__ = ["EXTENSIONS", "MOST_BYTES", "TOO_LARGE", "Document", "Refused", "read_article"]


def _text(data: bytes) -> Source:
    return _of_text(data, read_plain)


def _markdown(data: bytes) -> Source:
    return _with_typed_lists(_of_text(data, read_markdown))


def _html(data: bytes) -> Source:
    decoded = decode(data, declared=True)
    source = read_html(decoded.text)
    source.warnings += decoded.warnings
    return _with_typed_lists(source)


def _word(data: bytes) -> Source:
    return _with_typed_lists(read_word(data))


READERS: dict[str, Callable[[bytes], Source]] = {
    "txt": _text,
    "md": _markdown,
    "markdown": _markdown,
    "html": _html,
    "htm": _html,
    "docx": _word,
}
"""By extension: what reads such a file. A reader of your own is a row here."""
EXTENSIONS = tuple(READERS)


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
        source = READERS[extension](data)
        document = arrange(source, filename)
    except RecursionError:
        raise Refused("The text nests its parts too deeply to be an article.") from None
    written = document.lead or document.blocks or document.references or document.teasers
    if not source.pieces or (not written and NO_TITLE in document.warnings):
        raise Refused("The file holds no text that can be read.")
    return document


def _of_text(data: bytes, read: Callable[[str], Source]) -> Source:
    """Find out the encoding and read; of a text that is longer than a book, nothing."""
    decoded = decode(data, declared=False)
    if len(decoded.text) > MOST_CHARACTERS:
        raise Refused("The file holds more text than an article can have.")
    source = read(plain_marks(decoded.text))
    source.warnings += decoded.warnings
    return source


def _with_typed_lists(source: Source) -> Source:
    """Lines that were typed as a list become one; plain text finds its own."""
    source.pieces = gather_typed_lists(source.pieces)
    return source
