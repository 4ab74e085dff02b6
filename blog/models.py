"""Articles and their index."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from citewell.blocks.vocabulary import ContentBlock
from citewell.pages.models import BasePage
from citewell.people.models import Byline
from citewell.references.mixins import ReferencesMixin


class ArticleIndexPage(BasePage):
    """Articles, newest first; by topic, author and year."""

    subpage_types = ["blog.ArticlePage"]

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    api_fields = [*BasePage.api_fields, APIField("introduction")]

    class Meta:
        verbose_name = _("article index page")

    def default_summary(self) -> str:
        return self.introduction[:300]


class ArticlePage(ReferencesMixin, BasePage):
    """An article: a title that may be a question, a lead, a body, what it stands on."""

    parent_page_types = ["blog.ArticleIndexPage"]
    subpage_types: list[str] = []

    review_interval_months = 24

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
    ]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("body"),
        *ReferencesMixin.references_search_fields,
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
    ]

    class Meta:
        verbose_name = _("article page")

    def default_summary(self) -> str:
        return self.lead[:300]

    def json_ld(self, request: HttpRequest) -> list[dict[str, Any]]:
        article: dict[str, Any] = {
            "@type": "Article",
            "headline": self.title,
            "description": self.shown_summary,
            "url": self.get_full_url(request),
            "author": [
                {"@type": "Person", "name": author.person.name} for author in self.authors.all()
            ],
        }
        return [*super().json_ld(request), article]


class ArticleAuthor(Byline):
    """One author of an article, in order."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="authors")


class RelatedReading(Orderable):
    """A page to read next, chosen by the editor."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="related")
    target = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("target")]

    api_fields = [APIField("target")]
