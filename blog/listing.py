"""Articles in lists: their date, the newest first, by topic, author and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, DateField, F, Prefetch, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, ExtractYear, TruncDate


@dataclass(frozen=True)
class Choice:
    """A topic, author or year to choose, with the number of articles behind it."""

    key: str
    """The topic's slug, the author's number, the year."""
    name: str
    count: int
    url: str
    is_current: bool


def dated(articles: Any) -> Any:
    """Articles with ``date``: the editor's, else the day they first went live."""
    return articles.annotate(
        date=Coalesce("published_on", TruncDate("first_published_at"), output_field=DateField())
    )


def for_a_list(articles: Any) -> Any:
    """The newest first, with what a list shows: authors and image."""
    authors = articles.model._meta.get_field("authors").related_model.objects
    return (
        dated(articles)
        .defer_streamfields()
        .select_related("listing_image")
        .prefetch_related(
            Prefetch("authors", authors.select_related("person")), "listing_image__renditions"
        )
        .order_by("-date", "-pk")
    )


def choices(
    articles: QuerySet[Any, Any], base: str, current: tuple[str, str]
) -> dict[str, list[Choice]]:
    """What the articles can be narrowed to: ``topics``, ``authors``, ``years``; one query.

    Args:
        articles: the articles a visitor may see.
        base: the index's address; a choice's stands below it.
        current: the kind and key that are shown now, such as ``("topics", "exercise")``.
    """
    year = ExtractYear("date")
    parts = [
        _grouped(articles.filter(topics__isnull=False), "topics", "topics__slug", "topics__name"),
        _grouped(
            articles.filter(authors__isnull=False),
            "authors",
            "authors__person_id",
            "authors__person__name",
        ),
        _grouped(dated(articles).filter(date__isnull=False), "years", year, year),
    ]
    found: dict[str, list[Choice]] = {"topics": [], "authors": [], "years": []}
    for kind, key, name, count in parts[0].union(*parts[1:], all=True):
        url = f"{base}{kind}/{key}/"
        found[kind].append(Choice(key, name, count, url, (kind, key) == current))
    for kind, rows in found.items():
        rows.sort(key=lambda row: row.name.casefold(), reverse=kind == "years")
    return found


def _grouped(articles: QuerySet[Any, Any], kind: str, key: Any, name: Any) -> QuerySet[Any, Any]:
    text = CharField(max_length=255)
    return (
        articles.order_by()
        .annotate(
            kind=Value(kind, output_field=text),
            key=Cast(F(key) if isinstance(key, str) else key, text),
            name=Cast(F(name) if isinstance(name, str) else name, text),
        )
        .values("kind", "key", "name")
        .annotate(number=Count("pk", distinct=True))
        .values_list("kind", "key", "name", "number")
    )
