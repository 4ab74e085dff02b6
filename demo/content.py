"""What a demo page says, as plain data: one record for each type of page.

A page is named by its slug; ``[[slug|words]]`` in a text links to it. Streams are lists
of pairs ``(block type, stored value)``, made by :mod:`demo.blocks`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Block = tuple[str, Any]
Stream = Sequence[Block]


@dataclass(frozen=True)
class PageLink:
    """Stands for the key of the page with this slug until pages exist."""

    slug: str


@dataclass(frozen=True)
class Drawing:
    """Stands for the key of the image drawn under this name."""

    name: str


@dataclass(frozen=True)
class Sheet:
    """Stands for the key of the document made under this name."""

    name: str


@dataclass(frozen=True)
class Condition:
    """A condition page: pairs of a name and its kind; areas and symptoms are slugs."""

    slug: str
    title: str
    names: Sequence[tuple[str, str]]
    summary: str
    help: Stream
    facts: Sequence[str]
    aspects: Mapping[str, Stream]
    areas: Sequence[str]
    symptoms: Sequence[str]
    related: Sequence[str]
    image: str = ""
    references: Sequence[str] = ()


@dataclass(frozen=True)
class Article:
    """An article; ``related`` are slugs of pages to read next."""

    slug: str
    title: str
    lead: str
    body: Stream
    authors: Sequence[str]
    topics: Sequence[str]
    conditions: Sequence[str]
    published_on: str
    related: Sequence[str] = ()
    references: Sequence[str] = ()
    image: str = ""


@dataclass(frozen=True)
class PersonRecord:
    """An invented person and their profile page."""

    slug: str
    name: str
    credentials: str
    role: str
    biography: Stream
    interests: str
    registration_body: str = ""
    registration_number: str = ""
    user: str = ""
    is_clinician: bool = True


@dataclass(frozen=True)
class Service:
    """A service page; ``providers`` are slugs of people."""

    slug: str
    title: str
    summary: str
    body: Stream
    providers: Sequence[str]
    price: str


@dataclass(frozen=True)
class Plain:
    """A plain page."""

    slug: str
    title: str
    lead: str
    body: Stream = field(default_factory=tuple)


@dataclass(frozen=True)
class Section:
    """An index page: conditions, articles, people, services."""

    slug: str
    title: str
    introduction: str


Record = Condition | Article | PersonRecord | Service | Plain | Section
