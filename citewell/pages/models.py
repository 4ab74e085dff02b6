"""The abstract page every page type of a Citewell site inherits."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction, Site

from citewell.pages.appearance import AppearanceMixin
from citewell.pages.breadcrumbs import BreadcrumbsMixin
from citewell.pages.languages import LanguagesMixin
from citewell.pages.listing import ListingMixin
from citewell.pages.structured_data import StructuredDataMixin


class BasePage(
    ListingMixin, AppearanceMixin, BreadcrumbsMixin, LanguagesMixin, StructuredDataMixin, Page
):
    """A page with listing, sharing, breadcrumbs, search, API fields and JSON-LD.

    Each idea is a mixin that owns its fields, panels, search and API; a page type
    composes them and says what it adds, in one order: tree rules, fields, panels,
    search, API, Meta, clean, methods::

        class EventPage(BasePage):
            \"\"\"A talk or a class that patients can come to.\"\"\"

            parent_page_types = ["home.HomePage"]
            subpage_types = []

            starts_at = models.DateTimeField()
            body = StreamField(ContentBlock(), blank=True)

            content_panels = [*BasePage.content_panels, FieldPanel("starts_at"), FieldPanel("body")]

            search_fields = [*BasePage.search_fields, index.SearchField("body")]

            api_fields = [*BasePage.api_fields, APIField("starts_at"), APIField("body")]

            def json_ld(self, request):
                return [*super().json_ld(request), {"@type": "Event", "name": self.title}]

    Its template is ``templates/<app>/event_page.html`` and extends ``base.html``.
    Lists of pages go through :func:`citewell.pages.visibility.public_pages`. A page type
    whose template shows foreign keys names them in ``joined_when_served``.
    No field may be unique: aliases and translations are copies of their page.

    Every template finds ``page``, ``breadcrumbs`` (``title``, ``url``), ``languages``
    (``code``, ``name``, ``url``, ``full_url``, ``is_current``; empty where there is one
    language only) and ``canonical_url``.
    """

    spoils_pages = True

    joined_when_served: ClassVar[list[str]] = ["social_image"]
    """Foreign keys that are fetched with the page when it is served, as ``select_related``."""

    promote_panels = [
        *Page.promote_panels,
        *ListingMixin.listing_panels,
        *AppearanceMixin.appearance_panels,
    ]

    search_fields = [*Page.search_fields, *ListingMixin.listing_search_fields]

    api_fields = [*ListingMixin.listing_api_fields]

    class Meta:
        abstract = True

    @classmethod
    def when_served(cls, site: Site) -> QuerySet[Any]:
        """The pages of this type with all that is fetched with a page of a site when served."""
        pages: QuerySet[Any] = cls._default_manager.select_related(*cls.joined_when_served)
        return pages

    has_no_restriction = False
    """Set by routing where the site has no view restriction at all."""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["breadcrumbs"] = self.breadcrumbs(request)
        context["languages"] = self.languages(request)
        context["canonical_url"] = self.canonical_url(request)
        return context

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Wagtail's, without its two queries where routing knows that there are none."""
        if self.has_no_restriction:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def json_ld(self, request: HttpRequest) -> list[dict[str, Any]]:
        """The way to the page; page types add what they are."""
        breadcrumbs = self.breadcrumb_json_ld(request)
        return [breadcrumbs] if breadcrumbs else []
