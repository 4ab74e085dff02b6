"""What a store takes and gives: documents in, candidates and suggestions out.

The store knows neither page models nor requests. Another store (a search server) has only
to offer `Store`; understanding and ranking stay in front of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from search.understanding.query import Query


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a page beside its title; `kind` as the page type says it ("lay", …)."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of a page and how much a word in it counts (1 is running text)."""

    text: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Link:
    """A part of a page that can be linked directly, such as "Symptoms"."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Document:
    """One page as search sees it. `language` is the locale's code; `facets` maps a facet
    ("topic", "body_area") to its labels on this page. `unprinted` are names that count as
    others and are never shown; `best_for` are texts it stands first for."""

    page_id: int
    site_id: int
    language: str
    type: str
    title: str
    url: str
    names: tuple[Name, ...] = ()
    summary: str = ""
    passages: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reviewed: str = ""
    unprinted: tuple[str, ...] = ()
    best_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A page found; `url` is its path on the site.

    `also_called` is the other name that matched, "" where the title did.
    """

    page_id: int
    title: str
    url: str
    type: str
    summary: str
    text: str
    also_called: str
    links: tuple[Link, ...]
    facets: Mapping[str, tuple[str, ...]]
    reviewed: str
    score: float
    reasons: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """The pages found, best first; `corrected` is what was searched where spelling was
    mended, and `query` what was understood in the end."""

    query: Query
    found: Sequence[Found] = ()
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A page offered while typing; `also_called` is the matching other name, or ""."""

    page_id: int
    title: str
    url: str
    also_called: str
    type: str


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """Whether the store answers, what it holds, and a sentence for people."""

    healthy: bool
    documents: int
    message: str


class Store(Protocol):
    """The small interface every store offers. Writing is part of the caller's transaction."""

    def index(self, documents: Iterable[Document]) -> None:
        """Hold these documents, in place of earlier ones of the same page and site."""

    def remove(self, page_ids: Iterable[int]) -> None:
        """Hold nothing of these pages any more."""

    def query(self, text: str, site_id: int, language: str, *, as_typed: bool = False) -> Answer:
        """The pages that answer a text; `as_typed` leaves its spelling alone."""

    def details(self, found: Sequence[Found], site_id: int, language: str) -> list[Found]:
        """The same pages with summary, text and links, which `query` leaves empty."""

    def suggest(self, prefix: str, site_id: int, language: str) -> list[Suggestion]:
        """At most eight pages whose name begins, at any word, with the prefix."""

    def health(self) -> StoreHealth:
        """How the store is."""
