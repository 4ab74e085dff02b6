"""The way from the home page to a page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.models import Page, Site


@dataclass(frozen=True)
class Breadcrumb:
    """One step of the way: the title and address of an ancestor."""

    title: str
    url: str


class BreadcrumbsMixin:
    """Live ancestors below the site's root, the home page first; one query."""

    @cached_property
    def live_ancestors(self) -> list[Page]:
        """Ancestors that can be opened, home page first, Wagtail's root left out."""
        return list(
            self.get_ancestors()  # type: ignore[attr-defined]
            .filter(depth__gt=1)
            .live()
            .select_related("locale")
        )

    def breadcrumbs(self, request: HttpRequest | None = None) -> list[Breadcrumb]:
        """The steps to this page, without itself; empty on a home page."""
        ancestors = self.live_ancestors
        site = Site.find_for_request(request) if request else None
        if site:
            ancestors = [page for page in ancestors if page.depth >= site.root_page.depth]
        return [Breadcrumb(page.title, page.get_url(request) or "") for page in ancestors]

    def breadcrumb_json_ld(self, request: HttpRequest) -> dict[str, Any] | None:
        """The way as a schema.org BreadcrumbList, or None on a home page."""
        ancestors = self.live_ancestors
        if not ancestors:
            return None
        steps = [(page.title, page.get_full_url(request)) for page in ancestors]
        steps.append((self.title, self.get_full_url(request)))  # type: ignore[attr-defined]
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "name": name, "item": url}
                for position, (name, url) in enumerate(steps, 1)
            ],
        }
