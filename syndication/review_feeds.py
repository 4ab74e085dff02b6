"""Atom and RSS feeds of what changed in a site's reviews: pages reviewed, notes and corrections."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.db.models import CharField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page

from citewell.pages.languages import pages_of_site
from citewell.pages.visibility import public_pages
from citewell.review.board import clinical_models
from citewell.review.models import ReviewState, SignOff
from syndication.feeds import ENTRIES, SiteFeed, clean

Kind = SignOff.Kind


@dataclass(frozen=True)
class Change:
    """Something readers of a public page are told of its review.

    Attributes:
        key: of the chain's entry; a feed reader knows the change by it again.
    """

    key: int
    page: Page
    title: str
    text: str
    time: datetime.datetime


def changes_of(request: HttpRequest) -> list[Change]:
    """The newest changes on public pages of the request's site and language; three queries.

    Asked as a visitor without account: what a feed reader keeps must be for everybody.
    """
    pages = public_pages(pages_of_site(Page.objects.all(), request), None)
    changes = [*_reviewed(pages), *_notices(pages)]
    return sorted(changes, key=attrgetter("time", "key"), reverse=True)[:ENTRIES]


def _reviewed(pages: Any) -> list[Change]:
    """Pages whose live version is signed."""
    states = ReviewState.objects.filter(page__in=pages, state=ReviewState.State.REVIEWED)
    newest = states.select_related("page", "sign_off").order_by("-reviewed_on", "-sign_off")
    return [
        Change(
            key=state.sign_off.pk,
            page=state.page,
            title=_("Checked by its author: %(page)s")
            if state.is_self_checked
            else _("Reviewed: %(page)s"),
            text=_due(state.next_review_due),
            time=state.sign_off.time,
        )
        for state in newest[:ENTRIES]
        if state.sign_off
    ]


def _due(day: datetime.date | None) -> str:
    return _("The next review is due on %(day)s.") % {"day": date_format(day)} if day else ""


def _notices(pages: Any) -> list[Change]:
    """Interim notes and corrections."""
    titles = {
        Kind.NOTE: _("Interim clinical note: %(page)s"),
        Kind.CORRECTION: _("Correction: %(page)s"),
    }
    rows = SignOff.objects.filter(
        kind__in=titles,
        subject_type__in=[model._meta.label_lower for model in clinical_models()],
        subject_id__in=pages.annotate(key=Cast("pk", CharField())).values("key"),
    )
    newest = list(rows.order_by("-time", "-pk")[:ENTRIES])
    found = Page.objects.in_bulk([int(row.subject_id) for row in newest])
    return [
        Change(
            key=row.pk,
            page=found[int(row.subject_id)],
            title=titles[Kind(row.kind)],
            text=str(row.details.get("text", "")),
            time=row.time,
        )
        for row in newest
    ]


class AtomFeed(SiteFeed):
    """The changes as Atom; RSS differs in the form alone."""

    feed_type: type[SyndicationFeed] = Atom1Feed

    def subject(self) -> str:
        return _("reviews")

    def items(self, request: HttpRequest) -> list[Change]:
        return changes_of(request)

    def item_title(self, item: Change) -> str:
        return clean(item.title % {"page": item.page.title})

    def item_description(self, item: Change) -> str:
        return clean(item.text)

    def item_link(self, item: Change) -> str:
        return item.page.get_full_url() or ""

    def item_guid(self, item: Change) -> str:
        return f"{self.item_link(item)}#review-{item.key}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Change) -> datetime.datetime:
        return item.time

    def item_updateddate(self, item: Change) -> datetime.datetime:
        return item.time


class RssFeed(AtomFeed):
    """The changes as RSS 2.0."""

    feed_type = Rss201rev2Feed
    description = SiteFeed.title


def reviews_atom(request: HttpRequest) -> HttpResponse:
    """The Atom feed."""
    return AtomFeed()(request)


def reviews_rss(request: HttpRequest) -> HttpResponse:
    """The RSS feed."""
    return RssFeed()(request)
