"""The index of conditions: A to Z, by body area, by symptom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from citewell.pages.lists import paginate
from citewell.pages.models import BasePage
from citewell.pages.visibility import public_pages, visible
from citewell.topics.models import BodyArea, Symptom, Term
from conditions.a_to_z import Names

NAMES_PER_PAGE = 100
CONDITIONS_PER_PAGE = 30


@dataclass(frozen=True)
class Choice:
    """A letter, body area or symptom to choose, with the number of conditions behind it."""

    name: str
    url: str
    count: int
    is_current: bool = False
    description: str = ""


class ConditionIndexPage(RoutablePageMixin, BasePage):
    """Conditions A to Z, by body area and by symptom.

    Every view finds ``view`` (``a-z``, ``body-areas``, ``symptoms``), ``view_title``,
    ``views`` (the three as choices: ``name``, ``url``, ``is_current``) and ``canonical_url``.
    A to Z (``""``, ``a-z/<letter>/``): ``letters`` (``name``, ``url``, ``count``,
    ``is_current``), ``letter`` and, in ``page_obj``, entries with ``name``, ``url``, ``see``
    (the title of the page where the name is another name of it), ``page``.
    Lists of terms (``body-areas/``, ``symptoms/``): ``terms`` (``name``, ``url``, ``count``,
    ``description``). One term (``body-areas/<slug>/``): ``term`` and, in ``page_obj``, its
    condition pages. ``page_range`` holds the numbers of the pages to link.
    """

    subpage_types = ["conditions.ConditionPage"]

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    api_fields = [*BasePage.api_fields, APIField("introduction")]

    class Meta:
        verbose_name = _("condition index page")

    def default_summary(self) -> str:
        return self.introduction[:300]

    @staticmethod
    def condition_model() -> Any:
        """The page type the index lists."""
        return apps.get_model("conditions", "ConditionPage")

    @path("")
    def a_to_z(self, request: HttpRequest) -> HttpResponse:
        """Every name, in pages."""
        return self._names(request, None)

    @path("a-z/<str:letter>/")
    def one_letter(self, request: HttpRequest, letter: str) -> HttpResponse:
        """The names under one letter; ``other`` stands for those without."""
        return self._names(request, "#" if letter == "other" else letter.upper())

    @path("body-areas/")
    def body_areas(self, request: HttpRequest) -> HttpResponse:
        """All body areas that have a condition."""
        return self._terms(request, BodyArea, "body-areas", _("By body area"))

    @path("body-areas/<str:slug>/")
    def one_body_area(self, request: HttpRequest, slug: str) -> HttpResponse:
        """The conditions of one body area."""
        return self._one_term(request, BodyArea, slug, "body-areas", "body_areas")

    @path("symptoms/")
    def symptoms(self, request: HttpRequest) -> HttpResponse:
        """All symptoms that have a condition."""
        return self._terms(request, Symptom, "symptoms", _("By symptom"))

    @path("symptoms/<str:slug>/")
    def one_symptom(self, request: HttpRequest, slug: str) -> HttpResponse:
        """The conditions that cause one symptom."""
        return self._one_term(request, Symptom, slug, "symptoms", "symptoms")

    def _names(self, request: HttpRequest, letter: str | None) -> HttpResponse:
        names = Names(self, request, letter)
        if letter is not None and letter not in names.counts:
            raise Http404
        title = _("A to Z") if letter is None else letter
        context = {
            "letter": letter,
            "letters": [
                Choice(
                    name,
                    self._url(request, f"a-z/{'other' if name == '#' else name.lower()}/"),
                    count,
                    name == letter,
                )
                for name, count in names.counts.items()
            ],
            **paginate(request, names, NAMES_PER_PAGE),
        }
        return self._show(request, "a-z", title, context)

    def _terms(
        self, request: HttpRequest, model: type[Term], view: str, title: Any
    ) -> HttpResponse:
        rule = visible(request, "conditionpage__") & models.Q(
            conditionpage__path__startswith=self.path, conditionpage__depth=self.depth + 1
        )
        terms = model.objects.filter(rule).annotate(count=Count("conditionpage", distinct=True))
        context = {
            "terms": [
                Choice(
                    term.name,
                    self._url(request, f"{view}/{term.slug}/"),
                    term.count,
                    description=term.description,
                )
                for term in terms.order_by("name")
            ]
        }
        return self._show(request, view, title, context)

    def _one_term(
        self, request: HttpRequest, model: type[Term], slug: str, view: str, field: str
    ) -> HttpResponse:
        term = model.objects.filter(slug=slug, locale=self.locale_id).order_by("pk").first()
        if term is None:
            raise Http404
        pages = self.condition_model().objects.child_of(self).filter(**{field: term})
        shown = public_pages(pages, request).defer_streamfields().order_by("title")
        context = {"term": term, **paginate(request, shown, CONDITIONS_PER_PAGE)}
        return self._show(request, view, term.name, context)

    def _show(
        self, request: HttpRequest, view: str, title: Any, context: dict[str, Any]
    ) -> HttpResponse:
        views = (
            ("a-z", "", _("A to Z")),
            ("body-areas", "body-areas/", _("By body area")),
            ("symptoms", "symptoms/", _("By symptom")),
        )
        shared = {
            "view": view,
            "view_title": title,
            "views": [
                Choice(str(name), self._url(request, address), 0, key == view)
                for key, address, name in views
            ],
            "canonical_url": request.build_absolute_uri(request.path),
        }
        response: HttpResponse = self.render(request, context_overrides={**shared, **context})
        return response

    def _url(self, request: HttpRequest, address: str) -> str:
        return f"{self.get_url(request) or ''}{address}"
