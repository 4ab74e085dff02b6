"""The cache as the site has it, in a folder of its own, and a way to ask through it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import RequestFactory

from citewell.pagecache.door import PageCache
from citewell.pagecache.store import Store, current_store, make_store


@pytest.fixture
def store(settings: Any, tmp_path: Path) -> Iterator[Store]:
    """A store of files, which watching spoils too.

    A request that begins or ends closes old connections, and the test's transaction with them;
    it must not while a test asks.
    """
    ends = (request_started, request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    settings.CITEWELL_PAGE_CACHE = {
        **settings.CITEWELL_PAGE_CACHE,
        "store": "files",
        "folder": str(tmp_path / "pagecache"),
        "paused_by": str(tmp_path / "maintenance"),
    }
    yield current_store()
    make_store.cache_clear()
    for signal in ends:
        signal.connect(close_old_connections)


@dataclass
class Response:
    """What came back."""

    status: int
    headers: dict[str, str]
    raw: bytes

    @property
    def text(self) -> str:
        """The body, decompressed."""
        coding = self.headers.get("Content-Encoding")
        if coding == "br":
            return brotli.decompress(self.raw).decode()
        return (gzip.decompress(self.raw) if coding == "gzip" else self.raw).decode()

    @property
    def came_from_cache(self) -> bool:
        return "hit" in self.headers.get("Cache-Status", "")

    @property
    def was_kept(self) -> bool:
        return "stored" in self.headers.get("Cache-Status", "")


class Visitor:
    """Asks an application as a server does."""

    def __init__(self, application: Any) -> None:
        self.application = application

    def get(self, path: str, method: str = "GET", **environ: str) -> Response:
        """The answer to a request; keywords go into the environ as they are."""
        asked = RequestFactory().generic(method, path).environ
        asked.update({"HTTP_HOST": "localhost", **environ})
        asked.pop("HTTP_COOKIE", None) if "HTTP_COOKIE" not in environ else None
        found: dict[str, Any] = {}

        def start(status: str, headers: list[tuple[str, str]], error: Any = None) -> None:
            found.update(status=int(status[:3]), headers=dict(headers))

        result = self.application(asked, start)
        body = b"".join(result)
        if hasattr(result, "close"):
            result.close()
        return Response(raw=body, **found)


@pytest.fixture
def visitor(store: Store) -> Visitor:
    """A visitor of the real site behind the cache."""
    return Visitor(PageCache(get_wsgi_application()))
