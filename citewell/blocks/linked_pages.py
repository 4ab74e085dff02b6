"""The pages that streams point at, of whatever types, loaded with one query.

Wagtail's ``specific()`` asks for the types first and then once per type. Here each type
that can be listed is joined; its streams, which no list shows, are left out.
"""

from collections.abc import Iterable
from functools import cache

from django.db.models import BooleanField, ExpressionWrapper, QuerySet
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from citewell.blocks.public_pages import open_to_all
from citewell.pages.listing import ListingMixin

MOST_JOINED = 24
"""Page types joined at most, the rest load as Wagtail does: SQLite joins 64 tables."""


def load_pages(keys: Iterable[int]) -> dict[int, Page]:
    """Pages by key, as links need them: each knows its locale and ``is_public``."""
    keys = set(keys)
    return {page.pk: page for page in linked().filter(pk__in=keys)} if keys else {}


def load_pages_for_cards(keys: Iterable[int]) -> dict[int, Page]:
    """The same as their own types, without streams.

    One query as well, whose many joins take two milliseconds more to write.
    """
    keys = set(keys)
    if not keys:
        return {}
    types = joined_types()
    joins = [name for way, model in types.items() for name in joins_of(way, model)]
    streams = [
        f"{way}__{field.name}"
        for way, model in types.items()
        for field in model._meta.local_fields
        if isinstance(field, StreamField)
    ]
    query = linked().select_related("locale", *joins).defer(*streams)
    generic = {page.pk: page for page in query.filter(pk__in=keys)}
    pages = {key: specific for key, page in generic.items() if (specific := joined(page, types))}
    if others := generic.keys() - pages.keys():
        specifics = Page.objects.filter(pk__in=others).defer_streamfields().specific()
        pages.update({page.pk: page for page in specifics})
    for key, page in pages.items():
        page.locale = generic[key].locale
        page.is_public = generic[key].is_public
    return pages


def linked() -> QuerySet[Page]:
    """The query of pages that know their locale and ``is_public``."""
    is_public = ExpressionWrapper(open_to_all(), BooleanField())
    pages: QuerySet[Page] = Page.objects.order_by().select_related("locale")
    return pages.annotate(is_public=is_public)


@cache
def joined_types() -> dict[str, type[Page]]:
    """Page types with listing fields by their way from ``Page``, types of types first."""
    ways = {way_to(model): model for model in get_page_models() if issubclass(model, ListingMixin)}
    return dict(sorted(ways.items(), key=lambda item: -item[0].count("__"))[:MOST_JOINED])


def way_to(model: type[Page]) -> str:
    """The names of the relations from ``Page`` down to a page type, as in ``select_related``."""
    link = model._meta.get_ancestor_link(Page)
    name: str = link.remote_field.get_accessor_name()
    parent = link.remote_field.model
    return name if parent is Page else f"{way_to(parent)}__{name}"


def joins_of(way: str, model: type[Page]) -> list[str]:
    """What is joined for a page type: itself and what its card shows of other tables."""
    return [way, *(f"{way}__{name}" for name in getattr(model, "joined_when_listed", ()))]


def joined(page: Page, types: Iterable[str]) -> Page | None:
    """The page as its own type, None where its type was not joined."""
    for way in types:
        specific = page
        for name in way.split("__"):
            specific = getattr(specific, name, None)
        if specific is not None:
            return specific
    return None
