"""Around the whole site, cache included: request numbers, the log of requests, figures, life.

A WSGI application around the others. ``/healthz`` is answered here, without database and
settings of the site, ``/metrics`` too. The log holds no query, no address and no secret of
a path, see :mod:`operations.privacy`.
"""

import hmac
import logging
import re
import time
from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4

from django.conf import settings

from operations.logs import is_search, request_id
from operations.metrics import CONTENT_TYPE, count, exposition
from operations.privacy import shown_path

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
logger = logging.getLogger("citewell.requests")
GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}")
NO_STORE = ("Cache-Control", "no-store")
ASSETS = {"static", "media", "documents"}


class Requests:
    """``application = Requests(PageCache(get_wsgi_application()))``."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        path = environ.get("PATH_INFO", "/")
        if path == "/healthz":
            return answer(start_response, "200 OK", b"alive\n")
        if path == "/metrics":
            return metrics(environ, start_response)
        given = environ.get("HTTP_X_REQUEST_ID", "")
        number = given if GIVEN.fullmatch(given) else uuid4().hex
        environ["HTTP_X_REQUEST_ID"] = number
        request_id.set(number)
        is_search.set(may_hold_a_query(environ))
        seen: list[str] = []

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            seen[:] = [status[:3]]
            return start_response(status, [*headers, ("X-Request-ID", number)], *rest)

        begin = time.perf_counter()
        try:
            return self.application(environ, start)
        finally:
            note(environ, path, seen[0] if seen else "500", time.perf_counter() - begin)


def may_hold_a_query(environ: dict[str, Any]) -> bool:
    """Whether a request asks for something in words: it has a query, or is a search."""
    return bool(environ.get("QUERY_STRING")) or "search" in environ.get("PATH_INFO", "")


def note(environ: dict[str, Any], path: str, status: str, seconds: float) -> None:
    """Count and log an answer."""
    method = environ.get("REQUEST_METHOD", "")
    count(method, status, part_of(path), seconds)
    fields = {
        "method": method[:10],
        "path": shown_path(path),
        "status": int(status),
        "milliseconds": round(seconds * 1000, 1),
    }
    logger.info("answered", extra={"fields": fields})


def part_of(path: str) -> str:
    """The part of the site that a path belongs to; few, so that figures stay few."""
    first = path.lstrip("/").partition("/")[0]
    if first == settings.CITEWELL_ADMIN_PATH:
        return "admin"
    if first in ASSETS:
        return "assets"
    return first if first in {"search", "api"} else "site"


def metrics(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """The figures, for whoever knows the token; without one there is no such page."""
    token = settings.CITEWELL_METRICS_TOKEN
    given = environ.get("HTTP_AUTHORIZATION", "")
    if not token or not hmac.compare_digest(given.encode(), f"Bearer {token}".encode()):
        return answer(start_response, "404 Not Found", b"There is nothing here.\n")
    return answer(start_response, "200 OK", exposition(), CONTENT_TYPE)


def answer(
    start_response: Callable[..., Any],
    status: str,
    body: bytes,
    content_type: str = "text/plain; charset=utf-8",
) -> list[bytes]:
    """A short answer that nobody keeps."""
    start_response(
        status, [("Content-Type", content_type), ("Content-Length", str(len(body))), NO_STORE]
    )
    return [body]
