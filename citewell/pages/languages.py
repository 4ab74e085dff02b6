"""The same page in the site's other languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language, get_language_info
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


def start_of_site(request: HttpRequest) -> str | None:
    """``url_path`` of the home page in the request's language; None where there is no site.

    A language without a home page of its own is answered from the site's root, as Wagtail
    does.
    """
    site = Site.find_for_request(request)
    if site is None:
        return None
    for root in Site.get_site_root_paths():
        if root.site_id == site.pk and root.language_code == get_language():
            return str(root.root_path)
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

    def languages(self, request: HttpRequest) -> list[LanguageVersion]:
        """The versions this visitor may open, this page's first; empty if it is the only one."""
        others = self._translations(request)
        if not others:
            return []
        versions = [self, *others]
        return [_version(page, page is self, request) for page in versions]

    def _translations(self, request: HttpRequest) -> list[Page]:
        site = Site.find_for_request(request)
        if site is None:
            return []
        if sum(root.site_id == site.pk for root in Site.get_site_root_paths()) < 2:
            return []
        if self.translations_found == []:
            return []
        candidates = self.get_translations().select_related("locale")  # type: ignore[attr-defined]
        if self.translations_found is not None and self.has_no_restriction:  # type: ignore[attr-defined]
            return [page for page in self.translations_found if page.live and not is_expired(page)]
        return list(public_pages(candidates, request))


def _version(page: Page, is_current: bool, request: HttpRequest) -> LanguageVersion:
    code = page.locale.language_code
    return LanguageVersion(
        code=code,
        name=_own_name(code),
        url=page.get_url(request) or "",
        full_url=page.get_full_url(request) or "",
        is_current=is_current,
    )


def _own_name(code: str) -> str:
    try:
        return str(get_language_info(code)["name_local"]).capitalize()
    except KeyError:
        return code
