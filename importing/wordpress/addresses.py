"""Old addresses: which a post had, and the redirects it gets once its page is live."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from citewell.pages.languages import roots_of
from importing.models import WordPressPost
from importing.readers.wordpress import Export, Item

LONGEST_PATH = 255
_SHORT = frozenset({"p", "page_id"})


def old_paths(item: Item, export: Export) -> list[str]:
    """The paths an item could be read at, as redirects keep them; none for drafts."""
    if item.status != "publish":
        return []
    paths = [Redirect.normalise_path(path) for path in _paths(item, export)]
    return [path for path in dict.fromkeys(paths) if path != "/" and len(path) <= LONGEST_PATH]


def _paths(item: Item, export: Export) -> Iterator[str]:
    start = urlsplit(export.site).path.rstrip("/")
    link = urlsplit(item.link)
    path = unquote(link.path)
    if not link.query and path.rstrip("/") != start:
        yield link.path
        slug = unquote(item.slug)
        for old in map(unquote, item.metas("_wp_old_slug")):
            if old and slug and path.rstrip("/").endswith(f"/{slug}"):
                yield f"{path.rstrip('/').removesuffix(slug)}{old}"
    if item.number.isdecimal():
        yield f"{start}/?p={item.number}"
        if item.kind == "page":
            yield f"{start}/?page_id={item.number}"


def add_redirects(sender: Any, instance: Page, **kwargs: Any) -> None:
    """A page that came from WordPress is live: its old addresses lead to it from now on.

    An address at which another page stands, live or not, and one that leads somewhere
    already, is left as it is.
    """
    rows = WordPressPost.objects.filter(page=instance.pk).values_list("addresses", flat=True)
    addresses = list(dict.fromkeys(address for row in rows for address in row))
    parts = instance.get_url_parts() if addresses else None
    if not parts or not parts[2]:
        return
    site = Site.objects.get(pk=parts[0])
    own = Redirect.normalise_path(parts[2])
    wanted = [path for path in addresses if path != own]
    taken = set(
        Redirect.objects.filter(Q(site=site) | Q(site=None), old_path__in=wanted).values_list(
            "old_path", flat=True
        )
    )
    free = [path for path in wanted if path not in taken | _at_pages(wanted, site, instance)]
    Redirect.objects.bulk_create(
        [
            Redirect(old_path=path, site=site, redirect_page_id=instance.pk, is_permanent=True)
            for path in free
        ],
        ignore_conflicts=True,
    )


def _at_pages(paths: list[str], site: Site, own: Page) -> set[str]:
    """The paths at which another page of the site stands."""
    places: dict[str, str] = {}
    for root, language in roots_of(site).items():
        for path in paths:
            places[f"{root}{path.strip('/')}/"] = path
            if path.startswith(f"/{language}/"):
                places[f"{root}{path.removeprefix(f'/{language}/').strip('/')}/"] = path
    found = Page.objects.filter(url_path__in=places).exclude(pk=own.pk)
    return {places[url_path] for url_path in found.values_list("url_path", flat=True)}


class ShortLinkMiddleware:
    """Answers `/?p=123`, WordPress's short link, before the home page can.

    Redirects are asked only where nothing else answers, and the home page always does.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        short = len(request.GET) == 1 and not _SHORT.isdisjoint(request.GET)
        if short and request.method in {"GET", "HEAD"} and (target := _target(request)):
            return HttpResponsePermanentRedirect(target)
        return self.get_response(request)


def _target(request: HttpRequest) -> str | None:
    path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    redirect = get_redirect(request, path)
    if redirect is None or redirect.redirect_page is None or not redirect.redirect_page.live:
        return None
    return str(redirect.link) if redirect.link else None
