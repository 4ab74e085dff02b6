"""The pages an article leads to: its conditions, its authors' profiles, what to read next.

All in one query; a second one only where the editor named nothing to read next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from wagtail.models import Page

from blog.listing import dated
from citewell.pages.visibility import public_pages
from citewell.people.bylines import Byline, with_profiles

RELATED = 4


@dataclass(frozen=True)
class Linked:
    """What an article leads to; pages carry ``shown_title`` and ``shown_summary``."""

    authors: list[Byline]
    conditions: list[Page]
    related: list[Page]


def linked_pages(article: Any, request: HttpRequest) -> Linked:
    """The pages this visitor may open, in the editor's order."""
    authors = list(article.authors.all())
    chosen = {row.target_id: place for place, row in enumerate(article.related.all())}
    conditions = article.conditions.all()
    # In a preview the rows are held in memory and no query can be nested.
    own: Any = (
        conditions.values("pk")
        if isinstance(conditions, QuerySet)
        else [condition.pk for condition in conditions]
    )
    pages = list(
        _with_teasers(
            public_pages(
                Page.objects.filter(
                    Q(pk__in=own)
                    | Q(pk__in=list(chosen))
                    | Q(personpage__person__in=[row.person_id for row in authors])
                ),
                request,
            ),
            article,
            own,
        )
    )
    profiles = {
        page.person_id: page.get_url(request) or ""
        for page in pages
        if page.person_id and page.locale_id == article.locale_id
    }
    about = [page for page in pages if page.is_about]
    related = sorted(
        (page for page in pages if page.pk in chosen), key=lambda page: chosen[page.pk]
    )
    return Linked(
        with_profiles(authors, profiles),
        sorted(about, key=lambda page: page.shown_title),
        related or _alike(article, about, request),
    )


def _with_teasers(pages: QuerySet[Page], article: Any, own: Any) -> QuerySet[Any, Any]:
    is_about = Q(pk__in=own)
    empty = Value("")
    return pages.annotate(
        is_about=is_about,
        person_id=F("personpage__person"),
        shown_title=Coalesce(
            NullIf("articlepage__listing_title", empty),
            NullIf("conditionpage__listing_title", empty),
            "title",
            output_field=TextField(),
        ),
        shown_summary=Coalesce(
            NullIf("articlepage__listing_summary", empty),
            NullIf("conditionpage__listing_summary", empty),
            "articlepage__lead",
            "conditionpage__summary",
            "search_description",
            output_field=TextField(),
        ),
    )


def _alike(article: Any, about: Sequence[Page], request: HttpRequest) -> list[Page]:
    """Articles about the same conditions, else of the same topics; the newest first."""
    topics = [topic.pk for topic in article.topics.all()]
    if not topics and not about:
        return []
    same = Q(conditions__in=[page.pk for page in about])
    articles = type(article).objects.filter(same | Q(topics__in=topics)).exclude(pk=article.pk)
    shown = dated(public_pages(articles.filter(locale=article.locale_id), request))
    # An article without any condition has no answer here, which PostgreSQL would put first.
    about_the_same = F("is_same").desc(nulls_last=True)
    ordered = shown.annotate(is_same=same).defer_streamfields()
    ordered = ordered.order_by(about_the_same, "-date", "-pk")
    found: dict[int, Page] = {}
    for page in ordered[: RELATED * 4]:  # one row for each topic and condition it shares
        found.setdefault(page.pk, page)
    return list(found.values())[:RELATED]
