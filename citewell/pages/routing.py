"""Finds the page of an address in two queries, however deep it lies.

Wagtail walks from the root, two queries for each step. Here one query brings the whole
way (the slug's index narrows it, the path decides), the page's other languages and
whether the site has any view restriction; the second brings the page itself, with what
its type joins (``BasePage.joined_when_served``). Where a page on the way has routes of
its own that take the rest of the address, and wherever anything is unusual, Wagtail's
own walk decides.
"""

from __future__ import annotations

from django.db.models import Exists, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from citewell.pagecache.sites import find_site
from citewell.pages.languages import roots_of, start_of_site
from citewell.pages.models import BasePage
from citewell.pages.visibility import note_no_restrictions


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's view, with the page found beforehand."""
    try:
        found = find_page(request, [part for part in path.split("/") if part])
    except Http404:
        request._wagtail_route_for_request = None  # type: ignore[attr-defined]
    else:
        if found is not None:
            request._wagtail_route_for_request = found  # type: ignore[attr-defined]
    response: HttpResponse = wagtail_serve(request, path)
    return response


def find_page(request: HttpRequest, parts: list[str]) -> RouteResult | None:
    """The page of the address, or None where Wagtail's own walk should decide.

    Raises:
        Http404: where the page, or its routes, have no such address.
    """
    site = find_site(request)
    if site is None:
        return None
    roots = roots_of(site)
    start = start_of_site(request) or ""
    addresses = [
        start + "".join(f"{part}/" for part in parts[:end]) for end in range(len(parts) + 1)
    ]
    homes = list(roots) if len(roots) > 1 else []
    rows = list(_rows(addresses, homes))
    way = [page for page in rows if page.url_path in addresses]
    way.sort(key=lambda page: page.depth)
    if not way or [page.url_path for page in way] != addresses[: len(way)] or not way[0].live:
        return None
    rest = parts[len(way) - 1 :]
    for position, page in enumerate(way[:-1]):
        if not page.live or _takes(page, parts[position:]):
            return None
    generic = way[-1]
    if not issubclass(generic.specific_class or Page, BasePage):
        return None
    page = _specific(generic, site)
    page.locale = generic.locale
    page.live_ancestors = [ancestor for ancestor in way[:-1] if ancestor.live]
    if not generic.any_restriction:
        note_no_restrictions(request)
        page.has_no_restriction = True
    page.translations_found = [
        other
        for other in rows
        if other.translation_key == generic.translation_key and other.pk != page.pk
    ]
    page.homes_found = [other for other in rows if other.url_path in homes]
    result: RouteResult = page.route(request, rest)
    return result


def _rows(addresses: list[str], homes: list[str]) -> QuerySet[Page]:
    """The pages on the way; on a site of several languages the last one's others, and all homes."""
    any_restriction = Exists(PageViewRestriction.objects.all())
    slugs = {address.rstrip("/").rsplit("/", 1)[-1] for address in addresses}
    pages = Page.objects.order_by().select_related("locale")
    way = pages.filter(slug__in=slugs, url_path__in=addresses)
    if homes:
        last = way.filter(url_path=addresses[-1]).values("translation_key")
        others = pages.filter(translation_key__in=last).annotate(any_restriction=any_restriction)
        starts = pages.filter(url_path__in=homes).annotate(any_restriction=any_restriction)
        return way.annotate(any_restriction=any_restriction).union(others, starts)
    return way.annotate(any_restriction=any_restriction)


def _takes(page: Page, rest: list[str]) -> bool:
    """Whether a page's own routes answer to the rest of the address, before its children."""
    model = page.specific_class
    if model is None or not issubclass(model, RoutablePageMixin):
        return False
    try:
        model.get_resolver().resolve("/" + "".join(f"{part}/" for part in rest))
    except Resolver404:
        return False
    return True


def _specific(generic: Page, site: Site) -> BasePage:
    page: BasePage = generic.specific_class.when_served(site).get(pk=generic.pk)
    return page
