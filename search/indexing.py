"""Keeping the index in step with the pages.

Writes share the page's transaction, inside a savepoint: a page and its rows are committed
together or not at all, so a crash cannot part them. Should indexing itself fail, the
savepoint alone is undone, the page is published all the same, the fault is logged by page
number and the page is noted as stale, which turns health red until it is indexed again.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection, transaction
from django.db.models import F
from wagtail.models import Page

from search.documents import documents
from search.models import SearchCollection, SearchDocument, SearchPosting, SearchStale
from search.store import writing
from search.store.database import DatabaseStore
from search.store.interface import Document, Store, StoreHealth

logger = logging.getLogger(__name__)

PORTION: Final = 100


def store() -> Store:
    """The store this site uses."""
    return DatabaseStore()


def refresh(page_ids: Sequence[int]) -> None:
    """Index the pages as the database has them now; those nobody may read leave the index."""
    for i in range(0, len(page_ids), PORTION):
        some = list(page_ids[i : i + PORTION])
        _guarded(some, lambda some=some: _index(some, read(some)))  # type: ignore[misc]


def refresh_page(page: Page) -> None:
    """Index a page as it is in memory: in the middle of its own saving."""
    _guarded([page.pk], lambda: _index([page.pk], [page]))


def forget(page_ids: Sequence[int]) -> None:
    """Take pages out of the index."""
    _guarded(page_ids, lambda: store().remove(page_ids))


def read(page_ids: Sequence[int]) -> list[Page]:
    """The pages in their own types, with what documents read of them."""
    pages = Page.objects.filter(pk__in=page_ids).select_related("locale")
    pages = pages.prefetch_related("patient_wordings", "review_state")
    return list(pages.specific())


def _index(page_ids: Sequence[int], pages: Iterable[Page]) -> None:
    found = list(documents(pages))
    gone = set(page_ids) - {document.page_id for document in found}
    store().index(found)
    if gone:
        store().remove(sorted(gone))
    SearchStale.objects.filter(page_id__in=page_ids).delete()


def _guarded(page_ids: Sequence[int], work: Callable[[], None]) -> None:
    """Do the work in a savepoint; whatever goes wrong stays in it."""
    try:
        with transaction.atomic():
            work()
    except Exception as fault:
        # The exception's text may hold page content; its type is enough to look for.
        logger.error(
            "Search could not index pages %s: %s", list(page_ids)[:20], type(fault).__name__
        )
        try:
            with transaction.atomic():
                SearchStale.objects.bulk_create(
                    [SearchStale(page_id=pk) for pk in page_ids], ignore_conflicts=True
                )
        except Exception as second:
            logger.error("Search could not note stale pages: %s", type(second).__name__)


@dataclass(frozen=True)
class Rebuilt:
    """What a rebuild did."""

    pages: int
    collections: int


def rebuild(progress: Callable[[int], None] = lambda done: None) -> Rebuilt:
    """Build the whole index anew beside the one in use, then change over.

    The site answers from the old one meanwhile. Whoever publishes writes to both
    (`locked_collections`), and each portion is read while its collection is locked, so no
    older state of a page overtakes a newer one.
    """
    started = _begin()
    done = 0
    pks = list(
        Page.objects.filter(live=True, depth__gt=1).order_by("pk").values_list("pk", flat=True)
    )
    for i in range(0, len(pks), PORTION):
        with transaction.atomic():
            building = {(c.site_id, c.language): c for c in _locked(started)}
            grouped: dict[tuple[int, str], list[Document]] = {}
            for document in documents(read(pks[i : i + PORTION])):
                grouped.setdefault((document.site_id, document.language), []).append(document)
            for key, some in grouped.items():
                if key not in building:
                    building[key] = SearchCollection.objects.create(
                        site_id=key[0], language=key[1], current=False
                    )
                    started.append(building[key].pk)
                writing.write(building[key], some)
                done += len(some)
        progress(done)
    for pk in started:
        with transaction.atomic():
            (collection,) = _locked([pk])
            writing.weigh_anew(collection)
    _change_over(started)
    _tidy()
    return Rebuilt(done, len(started))


def _begin() -> list[int]:
    with transaction.atomic():
        for unfinished in SearchCollection.objects.filter(current=False).select_for_update():
            writing.drop(unfinished)
        return [
            SearchCollection.objects.create(site_id=site_id, language=language, current=False).pk
            for site_id, language in SearchCollection.objects.filter(current=True).values_list(
                "site_id", "language"
            )
        ]


def _locked(pks: Sequence[int]) -> list[SearchCollection]:
    return list(SearchCollection.objects.filter(pk__in=pks).select_for_update().order_by("pk"))


def _change_over(started: Sequence[int]) -> None:
    with transaction.atomic():
        old = list(
            SearchCollection.objects.exclude(pk__in=started).select_for_update().order_by("pk")
        )
        SearchCollection.objects.filter(pk__in=[c.pk for c in old]).update(current=False)
        SearchCollection.objects.filter(pk__in=started).update(current=True)
        SearchStale.objects.all().delete()
    for collection in old:
        writing.drop(collection)


def _tidy() -> None:
    """Let the database learn how the new rows lie."""
    with connection.cursor() as cursor:
        for model in (SearchPosting, SearchDocument):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def health() -> StoreHealth:
    """The store's health, red also where pages are stale or missing."""
    found = store().health()
    if not found.healthy:
        return found
    stale = SearchStale.objects.count()
    if stale:
        return StoreHealth(
            False, found.documents, f"{stale} pages are not up to date: run rebuild_search_index."
        )
    held = SearchDocument.objects.filter(collection__current=True).count()
    counted = sum(
        SearchCollection.objects.filter(current=True).values_list(F("documents"), flat=True)
    )
    if held != counted:
        return StoreHealth(False, held, "The index has lost pages: run rebuild_search_index.")
    return found
