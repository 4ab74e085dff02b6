"""Conditions by their names, A to Z; other names point at the page that carries them.

The database sorts and counts; a name's letter is its first sign without accent, in
capitals, or ``#`` where it does not start with a letter.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast, Lower, Substr
from django.db.models.lookups import Exact
from django.http import HttpRequest
from django.utils.functional import cached_property

from citewell.pages.visibility import public_pages, visible

OTHER = "#"


@dataclass(frozen=True)
class Entry:
    """A name in the list."""

    name: str
    url: str
    see: str
    """The page's title where ``name`` is another name of it; else empty."""
    page: Any
    """The condition page."""

    @property
    def letter(self) -> str:
        """The letter it stands under."""
        return letter_of(self.name)


def letter_of(name: str) -> str:
    """The letter under which a name stands."""
    sign = unicodedata.normalize("NFKD", name.strip()[:1])[:1].upper()[:1]
    return sign if sign.isalpha() else OTHER


class Names:
    """Titles and other names of an index's public pages: one sorted list that can be sliced.

    A name that repeats its page's title, or another name of it, stands once.
    """

    def __init__(self, index: Any, request: HttpRequest, letter: str | None = None) -> None:
        self.request = request
        self.letter = letter
        model = index.condition_model()
        pages = model.objects.child_of(index)
        self.pages: QuerySet[Any, Any] = public_pages(pages, request)
        names = model._meta.get_field("names").related_model.objects
        earlier = names.filter(
            page=OuterRef("page"), pk__lt=OuterRef("pk"), name__iexact=OuterRef("name")
        )
        self.others: QuerySet[Any, Any] = (
            names.filter(visible(request, "page__"), page__in=pages.values("pk"))
            .exclude(name__iexact=F("page__title"))
            .exclude(Exists(earlier))
        )

    @cached_property
    def _initials(self) -> list[tuple[str, int]]:
        parts = [
            rows.order_by()
            .annotate(initial=Substr(Lower(field), 1, 1, output_field=CharField()))
            .values("initial")
            .annotate(number=Count("pk"))
            .values_list("initial", "number")
            for rows, field in ((self.pages, "title"), (self.others, "name"))
        ]
        return list(parts[0].union(parts[1], all=True))

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many names stand under each letter, in the alphabet's order; one query."""
        found: dict[str, int] = {}
        for initial, number in self._initials:
            letter = letter_of(initial)
            found[letter] = found.get(letter, 0) + number
        return dict(sorted(found.items(), key=lambda pair: (pair[0] == OTHER, pair[0])))

    def __len__(self) -> int:
        if self.letter is None:
            return sum(self.counts.values())
        return self.counts.get(self.letter, 0)

    def __getitem__(self, part: slice) -> list[Entry]:
        """The entries of a slice; two queries."""
        parts = [
            self._of_the_letter(rows, field)
            .order_by()
            .annotate(
                place=self._place(field),
                sort_key=Cast(Lower(field), CharField(max_length=255)),
                label=Cast(F(field), CharField(max_length=255)),
                page_key=F(owner),
                is_other=Value(is_other),
            )
            .values_list("place", "sort_key", "label", "page_key", "is_other")
            for rows, field, owner, is_other in (
                (self.pages, "title", "pk", 0),
                (self.others, "name", "page_id", 1),
            )
        ]
        ordered = (
            parts[0].union(parts[1], all=True).order_by("place", "sort_key", "label", "page_key")
        )
        rows = list(ordered[part])
        pages = self.pages.model.objects.defer_streamfields().in_bulk({row[3] for row in rows})
        return [
            self._entry(label, pages[owner], is_other)
            for _place, _key, label, owner, is_other in rows
            if owner in pages
        ]

    def _place(self, field: str) -> Case:
        """The letter's place in the alphabet: a database sorts accented initials elsewhere."""
        places = {letter: place for place, letter in enumerate(self.counts)}
        initial = Substr(Lower(field), 1, 1, output_field=CharField())
        whens = [
            When(Exact(initial, Value(sign)), then=Value(places[letter_of(sign)]))
            for sign in dict(self._initials)
        ]
        return Case(*whens, default=Value(len(places)), output_field=IntegerField())

    def _of_the_letter(self, rows: QuerySet[Any, Any], field: str) -> QuerySet[Any, Any]:
        if self.letter is None:
            return rows
        initials = {initial for initial, _ in self._initials if letter_of(initial) == self.letter}
        return rows.annotate(initial=Substr(Lower(field), 1, 1)).filter(initial__in=initials)

    def _entry(self, label: str, page: Any, is_other: int) -> Entry:
        url = page.get_url(self.request) or ""
        return Entry(label, url, page.title if is_other else "", page)
