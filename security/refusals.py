"""Requests that can mean nothing are refused before any room reads them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

NULL = ("\x00", "%00")
"""PostgreSQL keeps no null character; Wagtail's redirects decode a path once more."""


class RefusalMiddleware:
    """Answers 400 where the path, the query or a cookie holds a null character."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = [request.path_info, request.META.get("HTTP_COOKIE", "")]
        if not request.path_info.startswith("/api/"):  # it says in JSON what is wrong
            given.append(request.META.get("QUERY_STRING", ""))
        if any(null in text for text in given for null in NULL):
            return HttpResponseBadRequest("This address cannot be read.", "text/plain")
        return self.get_response(request)
