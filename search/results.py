"""A results page: what was asked, narrowed by facets, paged, with snippets and signposts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search import indexing
from search.documents import type_name
from search.near import near_names
from search.snippets import Piece, mark, snippet
from search.store import reading
from search.store.analysis import base_language
from search.store.interface import Answer, Found
from search.understanding.query import Query, understand

A_PAGE: Final = 10
# Characters of a query that are looked at at all.
LONGEST: Final = 4_000
TYPE: Final = "type"
# The order and the names of facets; page types may bring others, which are left out.
FACETS: Final[dict[str, str | Promise]] = {
    TYPE: _("Kind of page"),
    "body_areas": _("Body area"),
    "topics": _("Topic"),
}
MOST_CHOICES: Final = 12
# Page types that list others, offered where nothing was found.
INDEXES: Final = ("conditions.conditionindexpage", "blog.articleindexpage", "home.serviceindexpage")
MOST_WAYS: Final = 6


@dataclass(frozen=True)
class Asked:
    """What a visitor asks for: text, page, spelling left alone, chosen facets."""

    text: str
    page: str = "1"
    as_typed: bool = False
    chosen: Mapping[str, str] | None = None

    @classmethod
    def read(cls, values: Mapping[str, str]) -> Asked:
        """From the values of a query string or a form."""
        return cls(
            text=values.get("q", "")[:LONGEST].replace("\0", " ").strip(),
            page=values.get("page", "1"),
            as_typed=values.get("exact", "") == "1",
            chosen={f: values[f] for f in FACETS if values.get(f)},
        )

    def address(self, **changes: str) -> str:
        """The query string of this search with some values changed ("" takes one away)."""
        return urlencode(self.values(**changes))

    def values(self, **changes: str) -> dict[str, str]:
        """What a form or an address carries of this search, as in `address`."""
        values = {"q": self.text, "exact": "1" if self.as_typed else "", **(self.chosen or {})}
        return {k: v for k, v in {**values, **changes}.items() if v}


@dataclass(frozen=True)
class Choice:
    """One value of a facet: its name, how many results have it, the address and the values of a
    form that pick it or take it back."""

    name: str
    count: int
    address: str
    values: Mapping[str, str]
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """A facet and its choices."""

    name: str | Promise
    choices: Sequence[Choice]


@dataclass(frozen=True)
class Result:
    """One result as it is shown."""

    found: Found
    type: str
    also_called: Sequence[Piece]
    snippet: Sequence[Piece]

    @property
    def reviewed_on(self) -> date | None:
        """The day of the last review; the index keeps it as text, ``2026-05-03`` or empty."""
        return parse_date(self.found.reviewed)


@dataclass(frozen=True)
class ResultsPage:
    """All a template needs of a search."""

    asked: Asked
    page_obj: PaginatorPage[Found]
    results: Sequence[Result]
    facets: Sequence[Facet]
    corrected: str
    near: Sequence[Found]
    count: int
    typed: Query


def results_page(asked: Asked, site_id: int, language: str) -> ResultsPage:
    """Search and arrange; an empty page where nothing was asked or found."""
    store = indexing.store()
    answer = store.query(asked.text, site_id, language, as_typed=asked.as_typed)
    kept = [one for one in answer.found if _has(one, asked.chosen or {})]
    page = Paginator(kept, A_PAGE).get_page(asked.page)
    shown = store.details(list(page.object_list), site_id, language)
    return ResultsPage(
        asked=asked,
        page_obj=page,
        results=[_result(one, answer) for one in shown],
        facets=_facets(answer.found, asked),
        corrected=answer.corrected,
        near=near_names(answer.query, kept, base_language(language)),
        count=len(kept),
        typed=understand(asked.text, base_language(language)) if answer.corrected else answer.query,
    )


def _values(found: Found, facet: str) -> Iterable[str]:
    return (found.type,) if facet == TYPE else found.facets.get(facet, ())


def _has(found: Found, chosen: Mapping[str, str]) -> bool:
    return all(value in _values(found, facet) for facet, value in chosen.items())


def _facets(found: Sequence[Found], asked: Asked) -> list[Facet]:
    """Each facet's values among the results that the other facets leave."""
    chosen = asked.chosen or {}
    facets = []
    for facet, name in FACETS.items():
        others = {f: v for f, v in chosen.items() if f != facet}
        counts = Counter(v for one in found if _has(one, others) for v in _values(one, facet))
        if len(counts) < 2 and facet not in chosen:
            continue
        choices = [
            Choice(
                type_name(value) if facet == TYPE else value,
                count,
                asked.address(**{facet: "" if chosen.get(facet) == value else value}),
                asked.values(**{facet: "" if chosen.get(facet) == value else value}),
                chosen.get(facet) == value,
            )
            for value, count in counts.most_common(MOST_CHOICES)
        ]
        facets.append(Facet(name, choices))
    return facets


def _result(found: Found, answer: Answer) -> Result:
    language = answer.query.language
    stems = {s for c in answer.query.concepts for s in c.stems}
    return Result(
        found=found,
        type=type_name(found.type),
        also_called=mark(found.also_called, stems, language) if found.also_called else [],
        snippet=snippet(found.summary, found.text, stems, language),
    )


def ways_on(site_id: int, language: str) -> list[Found]:
    """The lists of conditions and articles, for somebody whose search found nothing."""
    documents = reading.lists(site_id, language, INDEXES, MOST_WAYS)
    return [
        Found(d.page_id, d.title, d.url, d.type, "", "", "", (), {}, "", 0.0, {}) for d in documents
    ]
