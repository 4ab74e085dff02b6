"""The index of articles: the newest first; by topic, author and year."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from blog.listing import choices, dated, for_a_list
from citewell.pages.lists import paginate
from citewell.pages.models import BasePage
from citewell.pages.visibility import public_pages

ARTICLES_PER_PAGE = 12


class ArticleIndexPage(RoutablePageMixin, BasePage):
    """Articles, newest first; by topic, author and year.

    Every view finds: ``page_obj`` (articles with ``date``, ``shown_title``,
    ``shown_summary``, ``listing_image``, ``authors`` whose rows have ``person``),
    ``page_range`` (the numbers of the pages to link), ``topics``, ``authors`` and ``years``
    (choices with ``name``, ``count``, ``url``, ``is_current``), ``view_title`` (what is
    chosen; empty on the whole list), ``canonical_url``, ``feeds`` (``atom`` and ``rss``).
    """

    subpage_types = ["blog.ArticlePage"]

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    api_fields = [*BasePage.api_fields, APIField("introduction")]

    class Meta:
        verbose_name = _("article index page")

    def default_summary(self) -> str:
        return self.introduction[:300]

    def articles(self, request: HttpRequest) -> models.QuerySet[Any, Any]:
        """The articles below this index that the visitor may open."""
        return public_pages(apps.get_model("blog", "ArticlePage").objects.child_of(self), request)

    @path("")
    def all_articles(self, request: HttpRequest) -> HttpResponse:
        """Every article."""
        return self._show(request, self.articles(request), ("", ""))

    @path("topics/<str:slug>/")
    def by_topic(self, request: HttpRequest, slug: str) -> HttpResponse:
        """The articles of one topic."""
        articles = self.articles(request).filter(topics__slug=slug, topics__locale=self.locale_id)
        return self._show(request, articles, ("topics", slug))

    @path("authors/<int:number>/")
    def by_author(self, request: HttpRequest, number: int) -> HttpResponse:
        """The articles one person wrote."""
        articles = self.articles(request).filter(authors__person=number)
        return self._show(request, articles.distinct(), ("authors", str(number)))

    @path("years/<int:year>/")
    def by_year(self, request: HttpRequest, year: int) -> HttpResponse:
        """The articles of one year."""
        if not 1 <= year <= 9999:
            raise Http404
        articles = dated(self.articles(request)).filter(date__year=year)
        return self._show(request, articles, ("years", str(year)))

    def _show(
        self,
        request: HttpRequest,
        articles: models.QuerySet[Any, Any],
        current: tuple[str, str],
    ) -> HttpResponse:
        offered = choices(self.articles(request), self.get_url(request) or "", current)
        chosen = [choice for rows in offered.values() for choice in rows if choice.is_current]
        if current[0] and not chosen:
            raise Http404
        context = {
            **offered,
            **paginate(request, for_a_list(articles), ARTICLES_PER_PAGE),
            "view_title": chosen[0].name if chosen else "",
            "canonical_url": request.build_absolute_uri(request.path),
        }
        response: HttpResponse = self.render(request, context_overrides=context)
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["feeds"] = {
            "atom": reverse("articles_feed_atom"),
            "rss": reverse("articles_feed_rss"),
        }
        return context
