"""Articles and their index."""

import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from blog.index_page import ArticleIndexPage
from blog.linked import Linked, linked_pages
from citewell.blocks.vocabulary import ContentBlock
from citewell.pages.children import fetch_children
from citewell.pages.models import BasePage
from citewell.people.bylines import BYLINE_FIELDS, Byline
from citewell.references.mixins import ReferencesMixin
from citewell.review.clinical import ClinicalPage, ReviewerByline
from citewell.review.showing import review_json_ld

__all__ = [
    "ArticleAuthor",
    "ArticleIndexPage",
    "ArticlePage",
    "ArticleReviewer",
    "RelatedReading",
]


class ArticlePage(ReferencesMixin, ClinicalPage, BasePage):
    """An article: a title that may be a question, a lead, a body, what it stands on.

    Its template finds, beside the fields: ``authors`` (rows with ``person``, whose
    ``profile_url`` is filled),
    ``conditions`` and ``related_pages`` (pages with ``shown_title``, ``shown_summary``; what
    to read next is the editor's choice, else articles about the same), ``page.shown_date``.
    """

    parent_page_types = ["blog.ArticleIndexPage"]
    subpage_types: list[str] = []

    joined_when_served = [*BasePage.joined_when_served, *ClinicalPage.joined_for_review]
    clinical_fields: ClassVar[list[str]] = ["title", "lead", "body", "references"]

    lead = models.TextField(_("lead"), blank=True, help_text=_("The first lines, before all else."))
    body = StreamField(ContentBlock(), verbose_name=_("body"), blank=True)
    published_on = models.DateField(
        _("date"), null=True, blank=True, help_text=_("Empty: the day it first goes live.")
    )
    topics = ParentalManyToManyField("citewell_topics.Topic", verbose_name=_("topics"), blank=True)
    conditions = ParentalManyToManyField(
        "conditions.ConditionPage",
        verbose_name=_("conditions it is about"),
        blank=True,
        related_name="articles",
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel(
            [InlinePanel("authors", label=_("author")), FieldPanel("published_on")],
            heading=_("Written by"),
        ),
        MultiFieldPanel(
            [FieldPanel("topics"), FieldPanel("conditions")], heading=_("What it is about")
        ),
        InlinePanel("related", heading=_("Related reading"), label=_("page")),
        *ReferencesMixin.references_panels,
        *ClinicalPage.review_panels,
    ]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("body"),
        *ReferencesMixin.references_search_fields,
        *ClinicalPage.review_search_fields,
        index.FilterField("published_on"),
    ]

    api_fields = [
        *BasePage.api_fields,
        APIField("lead"),
        APIField("body"),
        APIField("authors"),
        APIField("published_on"),
        APIField("topics"),
        APIField("conditions"),
        APIField("related"),
        *ReferencesMixin.references_api_fields,
        *ClinicalPage.review_api_fields,
    ]

    class Meta:
        verbose_name = _("article page")

    def default_summary(self) -> str:
        return self.lead[:300]

    @property
    def shown_date(self) -> datetime.date | None:
        """The editor's date, else the day it first went live; none for a first draft."""
        if self.published_on or not self.first_published_at:
            return self.published_on
        return timezone.localdate(self.first_published_at)

    def linked(self, request: HttpRequest) -> Linked:
        """Authors, conditions and related reading that this visitor may open; asked once."""
        if not hasattr(request, "_citewell_linked"):
            fetch_children(
                self,
                {
                    "authors": BYLINE_FIELDS,
                    "topics": ["name", "slug"],
                    "related": ["target"],
                },
            )
            request._citewell_linked = linked_pages(self, request)  # type: ignore[attr-defined]
        found: Linked = request._citewell_linked  # type: ignore[attr-defined]
        return found

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        linked = self.linked(request)
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "authors": linked.authors,
            "conditions": linked.conditions,
            "related_pages": linked.related,
        }

    def authors_to_cite(self) -> list[str]:
        return [row.person.name for row in self.authors.all()]

    def json_ld(self, request: HttpRequest) -> list[dict[str, Any]]:
        linked = self.linked(request)
        article: dict[str, Any] = {
            "@type": "Article",
            "headline": self.title,
            "description": self.shown_summary,
            "url": self.get_full_url(request),
            "inLanguage": self.locale.language_code,
            "author": [{"@type": "Person", "name": row.person.name} for row in linked.authors],
            "about": [
                {"@type": "MedicalCondition", "name": condition.title}
                for condition in linked.conditions
            ],
        }
        if self.shown_date:
            article["datePublished"] = self.shown_date.isoformat()
        if self.last_published_at:
            article["dateModified"] = self.last_published_at.isoformat()
        if sources := self.citations():
            article["citation"] = sources
        found = [*super().json_ld(request), article]
        if review := review_json_ld(self.shown_review):
            # schema.org knows reviewers of pages, not of articles.
            page = {"@type": "MedicalWebPage", "name": self.title, "url": article["url"]}
            language = {"inLanguage": article["inLanguage"]}
            about = {"about": article["about"]} if article["about"] else {}
            found.append({**page, **language, **about, **review})
        return found


class ArticleAuthor(Byline):
    """One author of an article, in order."""

    contribution = _("Articles")

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="authors")


class ArticleReviewer(ReviewerByline):
    """Somebody who is asked to review an article."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="clinical_reviewers")


class RelatedReading(Orderable):
    """A page to read next, chosen by the editor."""

    spoils_pages = True

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="related")
    target = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("target")]

    api_fields = [APIField("target")]
