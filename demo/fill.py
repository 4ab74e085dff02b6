"""From a record to a page: made without its streams first, filled once all pages exist."""

from dataclasses import dataclass, field
from datetime import date
from functools import singledispatch
from typing import Any

from django.db.models import Model
from wagtail.models import Page

from blog.models import ArticleAuthor, ArticleIndexPage, ArticlePage, RelatedReading
from citewell.people.models import PeopleIndexPage, Person, PersonPage
from conditions.models import (
    ConditionIndexPage,
    ConditionName,
    ConditionPage,
    RelatedCondition,
)
from demo.content import Article, Condition, PersonRecord, Plain, Section, Service, Stream
from demo.streams import Keys, stored
from home.models import PlainPage, ServiceIndexPage, ServicePage, ServiceProvider

SECTIONS: dict[str, type[Page]] = {
    "conditions": ConditionIndexPage,
    "articles": ArticleIndexPage,
    "people": PeopleIndexPage,
    "services": ServiceIndexPage,
}


@dataclass
class Made:
    """What stands already and records point at, by slug."""

    keys: Keys
    pages: dict[str, Page] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    terms: dict[str, Model] = field(default_factory=dict)

    def stream(self, stream: Stream, place: str) -> str:
        """A stream in stored form."""
        return stored(stream, self.keys, place)

    def references(self, lines: Any, place: str) -> str:
        """Pasted lines as a reference list."""
        if not lines:
            return "[]"
        items = [{"source": None, "line": line} for line in lines]
        return self.stream([("reference_list", items)], f"{place}/references")


@singledispatch
def new_page(record: Any, made: Made) -> Page:
    """An unsaved page with the fields it cannot be saved without."""
    raise TypeError(f"no page is made of {type(record).__name__}")


@singledispatch
def fill_page(record: Any, page: Page, made: Made) -> None:
    """Put in what points at other pages; the caller saves and publishes."""


@new_page.register
def _(record: Section, made: Made) -> Page:
    kind = SECTIONS[record.slug]
    return kind(title=record.title, slug=record.slug, introduction=record.introduction)


@new_page.register
def _(record: Condition, made: Made) -> Page:
    return ConditionPage(title=record.title, slug=record.slug, summary=record.summary)


@fill_page.register
def _(record: Condition, page: Any, made: Made) -> None:
    place = record.slug
    page.names = [ConditionName(name=name, kind=kind) for name, kind in record.names]
    page.when_to_get_help = made.stream(record.help, f"{place}/help")
    page.key_facts = made.stream([("fact", fact) for fact in record.facts], f"{place}/facts")
    page.aspects = made.stream(
        [(name, list(blocks)) for name, blocks in record.aspects.items()], f"{place}/aspects"
    )
    page.body_areas = [made.terms[slug] for slug in record.areas]
    page.symptoms = [made.terms[slug] for slug in record.symptoms]
    page.related = [RelatedCondition(condition=made.pages[slug]) for slug in record.related]
    page.references = made.references(record.references, place)
    if record.image:
        page.image_id = page.listing_image_id = made.keys.drawings[record.image]


@new_page.register
def _(record: Article, made: Made) -> Page:
    return ArticlePage(
        title=record.title,
        slug=record.slug,
        lead=record.lead,
        published_on=date.fromisoformat(record.published_on),
    )


@fill_page.register
def _(record: Article, page: Any, made: Made) -> None:
    page.body = made.stream(record.body, f"{record.slug}/body")
    page.authors = [ArticleAuthor(person=made.people[slug]) for slug in record.authors]
    page.topics = [made.terms[slug] for slug in record.topics]
    page.conditions = [made.pages[slug] for slug in record.conditions]
    page.related = [RelatedReading(target=made.pages[slug]) for slug in record.related]
    page.references = made.references(record.references, record.slug)
    if record.image:
        page.listing_image_id = made.keys.drawings[record.image]


@new_page.register
def _(record: PersonRecord, made: Made) -> Page:
    return PersonPage(title=record.name, slug=record.slug, person=made.people[record.slug])


@fill_page.register
def _(record: PersonRecord, page: PersonPage, made: Made) -> None:
    page.biography = made.stream(record.biography, f"{record.slug}/biography")


@new_page.register
def _(record: Service, made: Made) -> Page:
    return ServicePage(
        title=record.title, slug=record.slug, summary=record.summary, price=record.price
    )


@fill_page.register
def _(record: Service, page: Any, made: Made) -> None:
    page.what_to_expect = made.stream(record.body, f"{record.slug}/body")
    page.providers = [ServiceProvider(person=made.people[slug]) for slug in record.providers]


@new_page.register
def _(record: Plain, made: Made) -> Page:
    return PlainPage(title=record.title, slug=record.slug, lead=record.lead)


@fill_page.register
def _(record: Plain, page: PlainPage, made: Made) -> None:
    page.body = made.stream(record.body, f"{record.slug}/body")
