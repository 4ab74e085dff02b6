"""The editors' own judgement list: queries that must find their page, looked at again and again.

After every change of the index all are asked anew, once the change is committed (in bulk work
every few seconds, and whenever somebody opens the list). A page that stands lower than it once
did, or fell out of the first five, is a regression: the list shows it and the admin's first
screen warns.
"""

import logging
import time
from typing import Final

from django.db import transaction
from django.db.models import QuerySet

from search import indexing
from search.judged import JudgedQuery

logger = logging.getLogger(__name__)

# Places that count as found, queries asked in one go, seconds between two goes in bulk work.
FIRST: Final = 5
MOST: Final = 100
PAUSE: Final = 5

_next = 0.0


def judge(queries: QuerySet[JudgedQuery] | None = None) -> int:
    """Ask the judged queries anew and note where their pages stand; how many fell."""
    store = indexing.store()
    asked = JudgedQuery.objects.all() if queries is None else queries
    fallen = 0
    for one in asked.select_related("page", "page__locale")[:MOST]:
        parts = one.page.get_url_parts()
        found = (
            store.query(one.words, parts[0], one.page.locale.language_code).found if parts else ()
        )
        places = (i for i, each in enumerate(found[:FIRST], 1) if each.page_id == one.page_id)
        one.place = next(places, None)
        if one.place and (one.best is None or one.place < one.best):
            one.best = one.place
        fallen += one.fell
        JudgedQuery.objects.filter(pk=one.pk).update(place=one.place, best=one.best)
    return fallen


def after_change() -> None:
    """The index changes: judge once that is committed. Never disturbs who publishes."""
    transaction.on_commit(_judge_quietly)


def _judge_quietly() -> None:
    global _next
    began = time.monotonic()
    if began < _next or not JudgedQuery.objects.exists():
        return
    try:
        judge()
    except Exception as fault:  # the words are health data: the type alone
        logger.error("The judged queries could not be asked: %s", type(fault).__name__)
    _next = time.monotonic() + (PAUSE if time.monotonic() - began > 1 else 0)
