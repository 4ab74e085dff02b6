"""The same page in the site's other languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, get_language_info, override
from wagtail.models import Page, Site

from citewell.pages.visibility import is_expired, public_pages


@dataclass(frozen=True)
class LanguageVersion:
    """One language a page can be read in."""

    code: str
    name: str
    """The language's own name for itself."""
    url: str
    full_url: str
    """The absolute address, for ``hreflang``."""
    is_current: bool
    is_translated: bool = True
    """False: the address is the first page of that language, this page has no version in it."""


def roots_of(site: Site | None) -> dict[str, str]:
    """By ``url_path`` of each of a site's home pages, its language; Wagtail caches them."""
    return {
        root.root_path: root.language_code
        for root in Site.get_site_root_paths()
        if site is not None and root.site_id == site.pk
    }


def start_of_site(request: HttpRequest) -> str | None:
    """``url_path`` of the home page in the request's language; None where there is no site.

    A language without a home page of its own is answered from the site's root, as Wagtail
    does.
    """
    site = Site.find_for_request(request)
    if site is None:
        return None
    for path, language in roots_of(site).items():
        if language == get_language():
            return path
    return str(site.root_page.url_path)


def pages_of_site(queryset: Any, request: HttpRequest) -> Any:
    """The pages of the request's site in the request's language."""
    start = start_of_site(request)
    if start is None:
        return queryset.none()
    return queryset.filter(url_path__startswith=start)


class LanguagesMixin:
    """Finds the page's versions; no query where the site has one language."""

    translations_found: list[Page] | None = None
    """Set by routing, which asks for them with the page."""
    homes_found: list[Page] | None = None
    """The site's first pages in all its languages, set by routing alike."""

    def languages(self, request: HttpRequest) -> list[LanguageVersion]:
        """This page's version, those this visitor may open, then languages without one.

        Empty on a site of one language.
        """
        pages = [self, *self._translations(request)]
        versions = [_version(page, page is self, request) for page in pages]
        found = {version.code for version in versions}
        missing = [code for code in self._codes_of_site(request) if code not in found]
        if len(versions) == 1 and not missing:
            return []
        return [*versions, *(_first_page(code, request) for code in missing)]

    def _translations(self, request: HttpRequest) -> list[Page]:
        site = Site.find_for_request(request)
        if len(roots_of(site)) < 2:
            return []
        if self.translations_found == []:
            return []
        candidates = self.get_translations().select_related("locale")  # type: ignore[attr-defined]
        if self.translations_found is not None and self.has_no_restriction:  # type: ignore[attr-defined]
            return [page for page in self.translations_found if page.live and not is_expired(page)]
        return list(public_pages(candidates, request))

    def _codes_of_site(self, request: HttpRequest) -> list[str]:
        """The languages the site has a public home page in, written in that language.

        No query where routing found the homes, or where the site has one language.
        """
        codes = roots_of(Site.find_for_request(request))
        if len(codes) < 2:
            return list(codes.values())
        if self.homes_found is not None and self.has_no_restriction:  # type: ignore[attr-defined]
            homes = [home for home in self.homes_found if home.live and not is_expired(home)]
        else:
            homes = list(public_pages(Page.objects.filter(url_path__in=codes), request))
        shown = {home.url_path for home in homes if home.alias_of_id is None}
        return [code for path, code in codes.items() if path in shown]


def _version(page: Page, is_current: bool, request: HttpRequest) -> LanguageVersion:
    code = page.locale.language_code
    return LanguageVersion(
        code=code,
        name=_own_name(code),
        url=page.get_url(request) or "",
        full_url=page.get_full_url(request) or "",
        is_current=is_current,
    )


def _first_page(code: str, request: HttpRequest) -> LanguageVersion:
    site = Site.find_for_request(request)
    with override(code):
        url = reverse("wagtail_serve", args=[""])
    return LanguageVersion(
        code=code,
        name=_own_name(code),
        url=url,
        full_url=f"{site.root_url if site else ''}{url}",
        is_current=False,
        is_translated=False,
    )


def _own_name(code: str) -> str:
    try:
        name = str(get_language_info(code)["name_local"])
        return name[:1].upper() + name[1:]
    except KeyError:
        return code
