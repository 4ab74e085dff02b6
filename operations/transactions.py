"""Unsafe requests of the admin are whole: all they write is committed, or none of it.

``ATOMIC_REQUESTS`` would put every visitor's reading in a transaction too, which on SQLite
takes the one lock for writing. Here signed-in people's POST, PUT, PATCH and DELETE have one.
It is undone where the view ends with an error, with a status of 400 or more, or was refused:
Wagtail turns ``PermissionDenied`` into a redirect, so no exception reaches a transaction
around it, and what was written before the refusal would stay.

A view that waits for others, or reads for long before it writes, is marked with Django's
``non_atomic_requests`` and has a transaction of its own around its writing.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import DEFAULT_DB_ALIAS, transaction
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver
from wagtail.admin import auth
from wagtail.admin.views.generic.preview import PreviewOnEdit
from wagtail.utils.urlpatterns import decorate_urlpatterns

SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}
View = Callable[..., HttpResponseBase]


class Undone(Exception):
    """Takes the answer out of the transaction that is undone."""

    def __init__(self, response: HttpResponseBase) -> None:
        super().__init__()
        self.response = response


def whole(patterns: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """The addresses, the unsafe requests to each of them in one transaction."""
    decorated: list[URLPattern | URLResolver] = decorate_urlpatterns(patterns, whole_request)
    return decorated


def whole_request(view: View) -> View:
    """Decorator: what the view writes for somebody who is signed in stands whole or not at all."""
    if not is_wanted(view):
        return view

    @wraps(view)
    def decorated(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method in SAFE or not is_signed_in(request):
            return view(request, *args, **kwargs)
        try:
            with transaction.atomic():
                response = view(request, *args, **kwargs)
                if response.status_code >= 400 or getattr(request, "was_refused", False):
                    raise Undone(response)
                return response
        except Undone as undone:
            return undone.response

    return decorated


def is_wanted(view: Any) -> bool:
    """Whether a view's requests are made whole: not previews, nor views marked by themselves."""
    marked: set[str] = getattr(view, "_non_atomic_requests", set())
    is_preview = issubclass(getattr(view, "view_class", object), PreviewOnEdit)
    return DEFAULT_DB_ALIAS not in marked and not is_preview


def is_signed_in(request: HttpRequest) -> bool:
    """By session or by token: of others a refusal has to stay noted, as failed sign-ins do."""
    return request.user.is_authenticated or "HTTP_AUTHORIZATION" in request.META


def note_refusals() -> None:
    """Have Wagtail's answer to ``PermissionDenied`` leave a mark on the request."""
    stock = auth.permission_denied
    if getattr(stock, "is_noted", False):
        return

    @wraps(stock)
    def permission_denied(request: HttpRequest) -> HttpResponseBase:
        request.was_refused = True  # type: ignore[attr-defined]
        response: HttpResponseBase = stock(request)
        return response

    permission_denied.is_noted = True  # type: ignore[attr-defined]
    auth.permission_denied = permission_denied
