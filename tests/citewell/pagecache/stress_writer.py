"""The editors of the stress test: a process of its own that goes on changing pages.

Prints a line of JSON for each change: what a page is from then on, when the change began and
when it was done. Ends when its standard input is closed.
"""

import json
import random
import select
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

ARTICLES = 8
SOON = 0.6
"""Seconds until what is planned comes by itself."""


def say(**fact: object) -> None:
    print(json.dumps(fact), flush=True)  # noqa: T201


class Editors:
    """Changes articles, one after the other, in every way there is."""

    def __init__(self, seed: int) -> None:
        from wagtail.models import Site

        from blog.models import ArticleIndexPage, ArticlePage
        from citewell.review.models import SignOffPolicy

        SignOffPolicy.objects.all().delete()  # the editors here publish what nobody signs

        self.chance = random.Random(seed)
        self.model = ArticlePage
        self.site = Site.objects.get(is_default_site=True)
        self.versions = [0] * ARTICLES
        self.marks = [0] * ARTICLES
        """The version whose title an article has: withdrawing it leaves its title."""
        self.busy = [0.0] * ARTICLES
        """Until when something planned has still to come."""
        index = ArticleIndexPage.objects.live().filter(locale=self.site.root_page.locale).first()
        self.index_path = index.url
        self.pages = [
            index.add_child(instance=ArticlePage(title=f"Mark-{number}-0-", slug=f"mark-{number}"))
            for number in range(ARTICLES)
        ]
        for number, page in enumerate(self.pages):
            page.save_revision().publish()
            say(page=number, mark=0, outcome=200, began=0, done=time.time(), path=page.url)

    def run(self, pause: float) -> None:
        """Change something, wait about ``pause`` seconds, until nobody listens any more."""
        ways = [self.publish, self.update, self.withdraw, self.restrict, self.expire, self.banner]
        ways += [self.publish, self.draft]
        while not select.select([sys.stdin], [], [], self.chance.uniform(0.02, 2 * pause))[0]:
            self.chance.choice(ways)()

    def change(self, outcome: int, act: Callable[[Any, str], object], until: float = 0) -> None:
        """One change of one article; ``act`` is given it and the title with its new mark."""
        number = self.chance.choice(
            [number for number in range(ARTICLES) if self.busy[number] < time.time()]
        )
        self.versions[number] += 1
        version = self.versions[number]
        if outcome == 200:
            self.marks[number] = version
        page = self.model.objects.get(pk=self.pages[number].pk)
        began = time.time()
        self.open_again(page)
        act(page, f"Mark-{number}-{version}-")
        mark = self.marks[number]
        say(page=number, mark=mark, outcome=outcome, began=began, done=time.time())
        if until:
            self.busy[number] = until + SOON
            say(page=number, mark=mark, outcome=404, began=until, done=until)

    def open_again(self, page: Any) -> None:
        """Take away what an earlier change may have left."""
        from django.db import transaction
        from wagtail.models import PageViewRestriction

        with transaction.atomic():
            PageViewRestriction.objects.filter(page=page).delete()
            type(page).objects.filter(pk=page.pk).update(live=True, expire_at=None)
            page.refresh_from_db()

    def update_in_bulk(self, page: Any, **values: object) -> None:
        """Past ``save``, as whoever writes pages in bulk; search hears of it by the signal."""
        from citewell.pages.signals import pages_written

        self.model.objects.filter(pk=page.pk).update(**values)
        pages_written.send(self.model, page_ids=[page.pk])

    def publish(self) -> None:
        def act(page: Any, title: str) -> None:
            page.title = title
            page.save_revision().publish()

        self.change(200, act)

    def update(self) -> None:
        self.change(200, lambda page, title: self.update_in_bulk(page, title=title))

    def withdraw(self) -> None:
        self.change(404, lambda page, title: page.unpublish())

    def restrict(self) -> None:
        from wagtail.models import PageViewRestriction

        self.change(
            302,
            lambda page, title: PageViewRestriction.objects.create(
                page=page, restriction_type="login"
            ),
        )

    def expire(self) -> None:
        until = time.time() + SOON
        end = datetime.fromtimestamp(until, UTC)

        self.change(
            200, lambda page, title: self.update_in_bulk(page, title=title, expire_at=end), until
        )

    def banner(self) -> None:
        from citewell.organisation.models import AlertBanner

        number = self.chance.randrange(10**9)
        began = time.time()
        starts, ends = began + SOON / 2, began + 3 * SOON
        AlertBanner.objects.create(
            site=self.site,
            text=f"Banner-{number}-",
            starts_at=datetime.fromtimestamp(starts, UTC),
            ends_at=datetime.fromtimestamp(ends, UTC),
        )
        say(banner=number, starts=max(starts, time.time()), ends=ends, began=starts)
        old = datetime.now(UTC) - timedelta(seconds=30)
        AlertBanner.objects.filter(ends_at__lt=old).delete()

    def draft(self) -> None:
        page = self.model.objects.get(pk=self.chance.choice(self.pages).pk)
        page.title = "Canary of a draft"
        page.save_revision()


def main() -> None:
    import django

    django.setup()
    editors = Editors(int(sys.argv[1]))
    say(index=editors.index_path)
    editors.run(float(sys.argv[2]))


if __name__ == "__main__":
    main()
