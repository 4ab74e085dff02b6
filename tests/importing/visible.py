"""What a reader sees of a file, measured without the import's own readers."""

import io
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = frozenset({"script", "style", "title", "iframe"})


class _Lines(HTMLParser):
    """Each text node of a page, by the standard library's parser."""

    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in _UNSEEN
        if tag == "input":
            self.nodes += [value for name, value in attrs if value and name == "placeholder"]

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.nodes.append(data)


def lines_of_html(html: str) -> list[str]:
    """The text nodes of a page or of a rich text."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    return [" ".join(node.split()) for node in parser.nodes if node.strip()]


def lines_of_word(data: bytes) -> list[str]:
    """The paragraphs of a Word file's text, notes, page headers and comments."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.startswith("word/")]
    lines: list[str] = []
    for part in parts:
        if b"<w:p>" not in part:
            continue
        for paragraph in ElementTree.fromstring(part).iter(f"{_W}p"):
            text = "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))
            lines.append(" ".join(text.split()))
    return list(filter(None, lines))


def folded(text: str) -> str:
    """Letters and digits alone: what white space and marks around a text cannot change."""
    return "".join(character for character in text.casefold() if character.isalnum())
