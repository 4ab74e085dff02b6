"""Which pages a visitor may see in a list: live, not expired, not behind a restriction.

Wagtail guards each page when it is opened; a list that names it must be guarded as well.
Every list, feed, sitemap and count goes through :func:`public_pages`.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction


def public_pages(queryset: Any, request: HttpRequest | None) -> Any:
    """The pages of ``queryset`` that this visitor may open now.

    ``None`` stands for a visitor without session or account, as a feed reader. One
    small query for each request, however many lists are made.
    """
    return queryset.filter(visible(request))


def visible(request: HttpRequest | None, prefix: str = "") -> Q:
    """The same rule as a condition; ``prefix`` leads to the page, such as ``"page__"``."""
    rule = Q(**{f"{prefix}live": True}) & (
        Q(**{f"{prefix}expire_at__isnull": True}) | Q(**{f"{prefix}expire_at__gt": timezone.now()})
    )
    for path in denied_paths(request):
        # An alias is as restricted as the page it copies.
        rule &= ~Q(**{f"{prefix}path__startswith": path})
        rule &= ~Q(**{f"{prefix}alias_of__path__startswith": path})
    return rule


def denied_paths(request: HttpRequest | None) -> list[str]:
    """Tree paths of the sections this visitor may not open."""
    if request is None:
        return _denied(None)
    if not hasattr(request, "_citewell_denied_paths"):
        request._citewell_denied_paths = _denied(request)  # type: ignore[attr-defined]
    paths: list[str] = request._citewell_denied_paths  # type: ignore[attr-defined]
    return paths


def is_denied(page: Page, denied: Iterable[str]) -> bool:
    """Whether a page lies in one of the sections ``denied``, see :func:`denied_paths`.

    Says nothing of whether it is live: what is taken down can be asked about too.
    """
    closed = tuple(denied)
    # An alias is as restricted as the page it copies.
    copied = page.alias_of_id is not None and page.alias_of.path.startswith(closed)
    return bool(page.path.startswith(closed) or copied)


def note_no_restrictions(request: HttpRequest) -> None:
    """Spare the query where routing found that the site has no restriction at all."""
    request._citewell_denied_paths = []  # type: ignore[attr-defined]


def _denied(request: HttpRequest | None) -> list[str]:
    known: Any = request is not None and hasattr(request, "session") and hasattr(request, "user")
    return [
        restriction.page.path
        for restriction in PageViewRestriction.objects.select_related("page")
        if not known or not restriction.accept_request(request)
    ]


def is_expired(page: Page) -> bool:
    """Whether the page's end has passed, though no job took it down yet."""
    return page.expire_at is not None and page.expire_at <= timezone.now()
