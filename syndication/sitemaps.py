"""``sitemap.xml``: every public page with its date, its languages and its pictures.

One site has one sitemap over all its languages; past ``Sitemap.limit`` pages it is an
index of several. The queries of a part are the same for one page and for thousands.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemap_views
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Site

from citewell.pages.languages import roots_of
from citewell.pages.models import BasePage
from citewell.pages.visibility import public_pages

PAGES = 5_000
"""Pages in one part. 50,000 are allowed; languages and pictures make a part longer."""


class PageSitemap(Sitemap):
    """The public pages of one site, asked as a visitor without account."""

    limit = PAGES

    def __init__(self, site: Site) -> None:
        self.site = site
        self.roots = roots_of(site)

    def items(self) -> Any:
        pages = Page.objects.none()
        for path in self.roots:
            pages |= Page.objects.filter(url_path__startswith=path)
        return public_pages(pages, None).select_related("locale").order_by("path")

    def get_urls(self, page: int | str = 1, site: Any = None, protocol: Any = None) -> list[Any]:
        shown = [each for each in self.paginator.page(page).object_list if self._is_ours(each)]
        versions = self._versions(shown)
        pictures = self._pictures(shown)
        return [
            {
                "item": each,
                "location": each.full_url,
                "lastmod": each.last_published_at,
                "alternates": versions.get(each.translation_key, []),
                "pictures": pictures.get(str(each.pk), []),
            }
            for each in shown
        ]

    def get_latest_lastmod(self) -> Any:
        return None

    @property
    def paginator(self) -> Paginator[Any]:
        return Paginator(self.items(), self.limit)

    def _is_ours(self, page: Page) -> bool:
        """Whether the page is of a type that readers open, below the site's own address."""
        model = page.specific_class
        return model is not None and issubclass(model, BasePage) and bool(page.full_url)

    def _versions(self, pages: list[Page]) -> dict[Any, list[dict[str, str]]]:
        if len(self.roots) < 2:
            return {}
        keys = {page.translation_key for page in pages}
        found: dict[Any, list[dict[str, str]]] = defaultdict(list)
        for page in self.items().filter(translation_key__in=keys):
            address = {"lang_code": page.locale.language_code, "location": page.full_url}
            found[page.translation_key].append(address)
        return {key: group for key, group in found.items() if len(group) > 1}

    def _pictures(self, pages: list[Page]) -> dict[str, list[str]]:
        """For each page the address of the largest rendition of each picture on it."""
        image_model: Any = get_image_model()
        rows = ReferenceIndex.objects.filter(
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id__in=[str(page.pk) for page in pages],
            to_content_type=ContentType.objects.get_for_model(image_model),
        ).values_list("object_id", "to_object_id")
        uses = list(dict.fromkeys(rows))
        largest: dict[str, str] = {}
        renditions = image_model.get_rendition_model().objects.filter(
            image__in={image for _page, image in uses}
        )
        for rendition in renditions.order_by("width"):
            largest[str(rendition.image_id)] = self.site.root_url + rendition.url
        found: dict[str, list[str]] = defaultdict(list)
        for page, image in uses:
            if image in largest:
                found[page].append(largest[image])
        return found


def site_of(request: HttpRequest) -> Site:
    """The request's site.

    Raises:
        Http404: no site answers to the host.
    """
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site


def sitemap(request: HttpRequest) -> HttpResponse:
    """The sitemap, or the index of its parts where one would be too long."""
    site = site_of(request)
    pages = PageSitemap(site)
    if pages.paginator.num_pages < 2:
        return part(request)
    parts = [
        f"{site.root_url}{reverse('sitemap_part')}?p={number}"
        for number in pages.paginator.page_range
    ]
    return _xml(request, "syndication/sitemap_index.xml", {"parts": parts})


def part(request: HttpRequest) -> HttpResponse:
    """One part of the sitemap, by ``?p=``."""
    pages: dict[str, Any] = {"pages": PageSitemap(site_of(request))}
    response: HttpResponse = sitemap_views.sitemap(
        request, pages, template_name="syndication/sitemap.xml"
    )
    return response


def _xml(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, context, content_type="application/xml")
