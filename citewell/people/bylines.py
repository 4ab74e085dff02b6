"""People named on pages: who wrote, gives or checks something; and where they are named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import Orderable

from citewell.pages.visibility import public_pages

CONTRIBUTIONS = 50
SHOWN_FIELDS = ("name", "credentials", "role")
"""What a page shows of the people it names."""
BYLINE_FIELDS = ["person", *(f"person__{field}" for field in SHOWN_FIELDS)]
"""The same for :func:`citewell.pages.children.fetch_children`."""


class Byline(Orderable):
    """One person named on a page, in order; rooms above add the page's ``ParentalKey``.

    Where ``contribution`` is set, a person's profile lists those pages under it.
    """

    spoils_pages = True

    contribution: ClassVar[str | Promise] = ""

    person = models.ForeignKey(
        "citewell_people.Person", verbose_name=_("person"), on_delete=models.PROTECT
    )

    panels = [FieldPanel("person")]

    api_fields = [APIField("person")]

    class Meta(Orderable.Meta):
        abstract = True


@dataclass(frozen=True)
class Contribution:
    """Pages that name a person in one way."""

    heading: str | Promise
    pages: list[Any]


def add_profiles(
    bylines: Iterable[Byline], locale_id: int, request: HttpRequest | None
) -> list[Byline]:
    """The same rows, each ``person.profile_url`` filled; one query for all."""
    rows = list(bylines)
    profiles = _profile_model().objects.filter(
        person__in=[row.person_id for row in rows], locale=locale_id
    )
    pages = public_pages(profiles, request).defer_streamfields() if rows else []
    return with_profiles(rows, {page.person_id: page.get_url(request) or "" for page in pages})


def with_profiles(rows: list[Byline], urls: Mapping[int, str]) -> list[Byline]:
    """The same rows, each ``person.profile_url`` taken from ``urls`` by the person's key."""
    for row in rows:
        row.person.profile_url = urls.get(row.person_id, "")
    return rows


def contributions(person: Any, locale_id: int, request: HttpRequest) -> list[Contribution]:
    """What a person is named on, by kind, the newest first; one query for each kind."""
    found = []
    for relation in person._meta.related_objects:
        byline = relation.related_model
        if not issubclass(byline, Byline) or not byline.contribution:
            continue
        model = byline._meta.get_field("page").related_model
        own = byline.objects.filter(person=person.pk).values("page")
        pages = public_pages(model.objects.filter(pk__in=own, locale=locale_id), request)
        newest = pages.defer_streamfields().order_by("-first_published_at", "-pk")
        if shown := list(newest[:CONTRIBUTIONS]):
            found.append(Contribution(byline.contribution, shown))
    return found


def _profile_model() -> Any:
    return apps.get_model("citewell_people", "PersonPage")
