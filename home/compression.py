"""Compresses public pages on the way out, by brotli where the browser knows it, else gzip.

Compression can betray a secret that stands in a page beside words an attacker chose
(BREACH). Public pages hold no secret: no form token, nobody's name. Whatever may hold one is
left as it is: an answer to somebody signed in, one that sets a cookie or must not be stored.
"""

import gzip
from collections.abc import Callable

import brotli
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

KINDS = ("text/", "application/json", "application/xml", "application/atom", "application/rss")
LEAST = 400
"""Bytes below which compressing saves nothing."""
QUALITY = 5
"""Of brotli: 11 saves a tenth more and takes thirty times as long."""


class CompressionMiddleware:
    """Stands outside all that makes or changes the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not may_be_compressed(request, response):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        accepted = request.headers.get("Accept-Encoding", "")
        if "br" in accepted.replace(" ", "").split(","):
            content, coding = brotli.compress(response.content, quality=QUALITY), "br"
        elif "gzip" in accepted:
            content, coding = gzip.compress(response.content, 6, mtime=0), "gzip"
        else:
            return response
        response.content = content
        response.headers["Content-Encoding"] = coding
        response.headers["Content-Length"] = str(len(content))
        if etag := response.headers.get("ETag", ""):
            response.headers["ETag"] = etag if etag.startswith("W/") else f"W/{etag}"
        return response


def may_be_compressed(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the answer is text of some length that holds nobody's secret."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies:
        return False
    if "no-store" in response.headers.get("Cache-Control", ""):
        return False
    if response.streaming or response.headers.get("Content-Encoding"):
        return False
    kind = response.headers.get("Content-Type", "")
    return kind.startswith(KINDS) and len(response.content) >= LEAST
