"""The files of a WordPress site from a local folder; nothing is ever fetched. Pure."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from importing.readers.wordpress import Export

_SIZE = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w+$)")
_UPLOADS = re.compile(r"/(?:uploads|files|blogs\.dir/\d+/files)/(?:sites/\d+/)?(.+)$")
_BELOW = ("", "uploads", "wp-content/uploads")
MOST_BYTES_A_POST = 200_000_000


def host_and_path(address: str) -> tuple[str, str]:
    """The host of an address without "www.", and its path; empty where it is no address."""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").removeprefix("www."), unquote(parts.path)
    except ValueError:
        return "", ""


class Media:
    """Finds uploads by their address in `folder`; without one, finds nothing.

    The whole picture is preferred to the smaller ones WordPress makes of it. `missing` are
    addresses of the site's own files that were asked for and not found, each once.
    """

    def __init__(self, folder: Path | None, export: Export, most_bytes: int) -> None:
        self.folder = folder.resolve() if folder else None
        self.most_bytes = most_bytes
        self.left = MOST_BYTES_A_POST
        urls = (export.site, *(each.url for each in export.attachments.values()))
        self.hosts = {"", *(host_and_path(url)[0] for url in urls)}
        self.missing: dict[str, None] = {}
        self.used: set[str] = set()

    def start_post(self) -> None:
        """Each post has an allowance of its own: its pictures are in memory at once."""
        self.left = MOST_BYTES_A_POST

    def fetch(self, url: str, path: str) -> bytes:
        """The bytes of a file by its address, or its place in the uploads; none if not there."""
        host, place = host_and_path(url)
        if host not in self.hosts:
            return b""
        for name in _names(place, path):
            for below in _BELOW:
                if data := self._read(PurePosixPath(below) / name):
                    self.used.add(name)
                    return data
        self.missing.setdefault(url)
        return b""

    def unused(self, export: Export) -> int:
        """How many files of the media library no post has brought along."""
        library = (_names(host_and_path(a.url)[1], a.path) for a in export.attachments.values())
        return sum(self.used.isdisjoint(names) for names in library)

    def _read(self, name: PurePosixPath) -> bytes:
        if self.folder is None or name.is_absolute() or ".." in name.parts:
            return b""
        try:
            file = (self.folder / name).resolve()
            if not file.is_relative_to(self.folder) or not file.is_file():
                return b""
            if file.stat().st_size > min(self.most_bytes, self.left):
                return b""
            data = file.read_bytes()
        except (OSError, ValueError):
            return b""
        self.left -= len(data)
        return data


def _names(place: str, path: str) -> Iterator[str]:
    """Where the file may lie below the uploads, the best first."""
    found = _UPLOADS.search(place)
    for name in dict.fromkeys(filter(None, (path, found[1] if found else ""))):
        whole = _SIZE.sub("", name)
        if whole != name:
            yield whole
            stem, dot, extension = whole.rpartition(".")
            yield f"{stem}-scaled{dot}{extension}"
        yield name
