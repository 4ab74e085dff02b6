"""From the text of a page to its tree, by lxml, with what would stall it refused first."""

import re

from lxml import etree
from lxml.etree import _Element as Element

from importing.document import Refused

TOO_DEEP = "The page nests its tags too deeply to be an article."
_MOST_ELEMENTS = 80_000
# The parser compares each attribute of a tag with all before it.
_MOST_ATTRIBUTES = 500
_LONG_TAG = re.compile(r"<[a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^<>\"']){2000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def parse_html(text: str) -> Element:
    """The root of the page. Raises `Refused` where it is none, or none an article could be."""
    for tag in _LONG_TAG.finditer(text):
        if len(_QUOTED.sub(" ", tag[0]).split()) > _MOST_ATTRIBUTES:
            raise Refused("A tag of the page has more attributes than any article's.")
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        raise Refused("The file holds no HTML that can be read.") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Refused(TOO_DEEP)
    if root is None:
        raise Refused("The file is empty.")
    if sum(1 for _ in root.iter("*")) > _MOST_ELEMENTS:
        raise Refused("The page holds more elements than an article can have.")
    return root


def summary_of(root: Element) -> str:
    """What the page says of itself in its description, or ""."""
    described = (e for e in root.iter("meta") if e.get("name", "").lower() == "description")
    meta = next(described, None)
    return " ".join(meta.get("content", "").split()) if meta is not None else ""
