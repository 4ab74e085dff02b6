"""Atom and RSS feeds of a site's articles in one language, the newest first."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import condition
from wagtail.models import Site

from blog.listing import for_a_list
from blog.models import ArticlePage
from citewell.organisation.furniture import furniture
from citewell.pages.languages import pages_of_site
from citewell.pages.visibility import public_pages

ENTRIES = 30
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def articles_of(request: HttpRequest) -> QuerySet[Any, Any]:
    """The public articles of the request's site and language.

    Asked as a visitor without account: what a feed reader keeps must be for everybody.
    """
    return public_pages(pages_of_site(ArticlePage.objects.all(), request), None)


def version(request: HttpRequest) -> str:
    """An ETag that changes with every article that comes, goes or is published anew."""
    facts = articles_of(request).aggregate(last=Max("last_published_at"), number=Count("pk"))
    last = facts["last"].isoformat() if facts["last"] else ""
    return f'"{request.get_host()} {get_language()} {facts["number"]} {last}"'


class SiteFeed(Feed):
    """A feed of the request's site, named after it; a subclass says of what, and its entries."""

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpRequest:
        return request

    def subject(self) -> str:
        """What the feed is of, in the reader's language."""
        raise NotImplementedError

    def title(self, request: HttpRequest) -> str:
        found = furniture(request)
        name = found.organisation.shown_name if found else ""
        return clean(f"{name}: {self.subject()}" if name else self.subject().capitalize())

    def link(self, request: HttpRequest) -> str:
        return f"{_root_url(request)}/"

    def feed_url(self, request: HttpRequest) -> str:
        return f"{_root_url(request)}{request.path}"


class AtomFeed(SiteFeed):
    """The articles as Atom; RSS differs in the form alone."""

    feed_type: type[SyndicationFeed] = Atom1Feed

    def subject(self) -> str:
        return _("articles")

    def items(self, request: HttpRequest) -> list[ArticlePage]:
        return list(for_a_list(articles_of(request))[:ENTRIES])

    def item_title(self, item: ArticlePage) -> str:
        return clean(item.shown_title)

    def item_description(self, item: ArticlePage) -> str:
        return clean(item.shown_summary)

    def item_link(self, item: ArticlePage) -> str:
        return item.get_full_url() or ""

    def item_author_name(self, item: ArticlePage) -> str:
        return clean(", ".join(str(author.person.name) for author in item.authors.all()))

    def item_pubdate(self, item: ArticlePage) -> datetime.datetime | None:
        date = item.shown_date
        if date is None:
            return None
        return timezone.make_aware(datetime.datetime.combine(date, datetime.time()))

    def item_updateddate(self, item: ArticlePage) -> datetime.datetime | None:
        moment: datetime.datetime | None = item.last_published_at
        return moment or self.item_pubdate(item)


class RssFeed(AtomFeed):
    """The articles as RSS 2.0."""

    feed_type = Rss201rev2Feed
    description = SiteFeed.title


@condition(etag_func=version)
def articles_atom(request: HttpRequest) -> HttpResponse:
    """The Atom feed; answers 304 where nothing changed."""
    return AtomFeed()(request)


@condition(etag_func=version)
def articles_rss(request: HttpRequest) -> HttpResponse:
    """The RSS feed; answers 304 where nothing changed."""
    return RssFeed()(request)


def clean(text: str) -> str:
    """Text without the signs XML cannot hold."""
    return NOT_IN_XML.sub("", text)


def _root_url(request: HttpRequest) -> str:
    site = Site.find_for_request(request)
    return str(site.root_url) if site else ""
