"""What a log may hold: no queries, no secrets of paths, no network address in full. Pure."""

import re
from urllib.parse import unquote

QUERY = re.compile(r"(?<=[\w/])\?[^\s'\"<>]+")
EMAIL = re.compile(r"[\w.+-]+@([\w-]+\.[\w.-]+)")
IPV4 = re.compile(r"\b(\d{1,3}\.\d{1,3})\.\d{1,3}\.\d{1,3}\b")
IPV6 = re.compile(
    r"(?<![\w:])([0-9a-f]{1,4}:[0-9a-f]{1,4})(?=[0-9a-f:]*(?:::|(?::[0-9a-f]{1,4}){2}))[0-9a-f:]+",
    re.IGNORECASE,
)
SECRET = re.compile(
    r"(?=[\w:=-]*[A-Z:=]|[\w:=-]*\d[\w:=-]*[a-z])[A-Za-z0-9_:=-]{20,}|[0-9a-f]{20,}"
)
"""What tokens look like and slugs, words in small letters, do not."""


def scrubbed(text: str) -> str:
    """A text without query strings, whole network addresses and the names of mail boxes."""
    text = QUERY.sub("?…", text)
    text = EMAIL.sub(r"…@\1", text)
    text = IPV4.sub(r"\1.x.x", text)
    return IPV6.sub(r"\1:…", text)


def shown_path(path: str) -> str:
    """A path without its query and without segments that are secrets, in 200 characters."""
    segments = unquote(path.partition("?")[0]).split("/")
    shown = "/".join("…" if is_secret(segment) else segment for segment in segments)
    return scrubbed(shown)[:200]


def is_secret(segment: str) -> bool:
    """Whether a segment of a path looks like a token rather than the name of a page."""
    return SECRET.search(segment) is not None and not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", segment)
