"""Reading candidates from the embedded store: a fixed number of statements per query.

Of each word only the strongest documents are read (`STRONGEST`, fewer the more words), so
the cost grows with the words of a query and hardly with the pages of a site.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.utils import timezone
from wagtail.models import Page

from search.models import (
    SearchBeginning,
    SearchDocument,
    SearchName,
    SearchPosting,
    SearchSpelling,
    SearchWord,
)
from search.store.analysis import LONGEST_HEAD
from search.understanding.spelling import KnownWord

# Postings read for one query, and for one of its words at most and at least.
ALTOGETHER: Final = 5_000
STRONGEST: Final = 400
WEAKEST: Final = 60
SCALE: Final = 100
# Documents with the very name of the query that are looked at.
MOST_NAMED: Final = 120


@dataclass(frozen=True, slots=True)
class Term:
    """A stem of the query as the store holds it."""

    pk: int
    stem: str
    frequency: int
    documents: int


def vocabulary(
    site_id: int, language: str, stems: Iterable[str]
) -> tuple[dict[str, Term], dict[str, KnownWord]]:
    """Those of the stems that some page has, and the words they come from."""
    rows = SearchWord.objects.filter(
        term__collection__site_id=site_id,
        term__collection__language=language,
        term__collection__current=True,
        term__stem__in=list(stems),
        term__frequency__gt=0,
    ).values_list(
        "term_id",
        "term__stem",
        "term__frequency",
        "term__collection__documents",
        "text",
        "printed",
        "in_names",
    )
    terms: dict[str, Term] = {}
    words: dict[str, KnownWord] = {}
    for pk, root, frequency, documents, text, printed, in_names in rows:
        terms[root] = Term(pk, root, frequency, documents)
        words[text] = KnownWord(text, printed, frequency, in_names)
    return terms, words


def spellings(site_id: int, language: str, keys: Iterable[str]) -> list[KnownWord]:
    """The words of the pages that share one of the spelling keys."""
    rows = SearchSpelling.objects.filter(
        key__in=sorted(keys),
        word__term__collection__site_id=site_id,
        word__term__collection__language=language,
        word__term__collection__current=True,
        word__term__frequency__gt=0,
    ).values_list("word__text", "word__printed", "word__term__frequency", "word__in_names")
    return [KnownWord(*row) for row in rows.distinct()]


def exact_names(
    site_id: int, language: str, keys: Iterable[str], bags: Iterable[str]
) -> list[tuple[int, str, str, int]]:
    """Documents with such a name: (document, key, bag, trust in hundredths)."""
    rows = SearchName.objects.filter(
        collection__site_id=site_id,
        collection__language=language,
        collection__current=True,
    ).values_list("document_id", "key", "bag", "trust")
    # Two statements in one: asked with OR, SQLite reads all names there are.
    by_key = rows.filter(key__in=[k for k in keys if k])
    by_bag = rows.filter(bag__in=[b for b in bags if b])
    return list(by_key.union(by_bag).order_by("-trust", "document_id")[:MOST_NAMED])


def strongest(found: Sequence[Term]) -> dict[int, dict[int, int]]:
    """By document, the impact of each term of which it is among the strongest documents."""
    impacts: defaultdict[int, dict[int, int]] = defaultdict(dict)
    if not found:
        return impacts
    most = max(WEAKEST, min(STRONGEST, ALTOGETHER // len(found)))
    one = (
        "SELECT * FROM (SELECT document_id, term_id, impact FROM search_searchposting"
        " WHERE term_id = %s ORDER BY impact DESC, document_id LIMIT %s) AS t{}"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(one.format(i) for i in range(len(found))),
            [value for term in found for value in (term.pk, most)],
        )
        for document, term, impact in cursor.fetchall():
            impacts[document][term] = impact
    return impacts


def complete(
    impacts: Mapping[int, dict[int, int]], documents: Sequence[int], found: Sequence[Term]
) -> None:
    """Add to `impacts` what `strongest` left out, for these documents."""
    cut = max(WEAKEST, min(STRONGEST, ALTOGETHER // max(len(found), 1)))
    wanted = [term.pk for term in found if term.frequency > cut]
    if not wanted or not documents:
        return
    rows = SearchPosting.objects.filter(document_id__in=list(documents), term_id__in=wanted)
    for document, term, impact in rows.values_list("document_id", "term_id", "impact"):
        impacts[document][term] = impact


def documents(pks: Sequence[int], aside: Sequence[str] = ()) -> dict[int, SearchDocument]:
    """What ranking and lists need of these documents, without their text and what is `aside`.

    A second look at the page itself: one that is gone, not live, expired or restricted is
    not given, even where the index does not know yet.
    """
    rows = _open(SearchDocument.objects.filter(pk__in=list(pks)))
    return {
        row.pk: row
        for row in rows.defer("summary", "text", "links", "digest", *aside).iterator()
        if not _is_restricted(row)
    }


def lists(site_id: int, language: str, types: Sequence[str], limit: int) -> list[SearchDocument]:
    """The open pages of these types, by title."""
    rows = _open(
        SearchDocument.objects.filter(
            collection__site_id=site_id,
            collection__language=language,
            collection__current=True,
            type__in=types,
        )
    )
    return [row for row in rows.order_by("title")[:limit] if not _is_restricted(row)]


def _open(rows: QuerySet[SearchDocument]) -> QuerySet[SearchDocument]:
    """Rows whose page is live now, with its path and the paths of all restricted sections."""
    unexpired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    page = Page.objects.filter(unexpired, pk=OuterRef("page_id"), live=True)
    joined = "string_agg" if connection.vendor == "postgresql" else "group_concat"
    restricted = RawSQL(  # noqa: S611 (no value of anybody's in it)
        f"SELECT {joined}(p.path, ',') FROM wagtailcore_pageviewrestriction r"  # noqa: S608
        " JOIN wagtailcore_page p ON p.id = r.page_id",
        (),
    )
    return rows.annotate(path=Subquery(page.values("path")[:1]), restricted=restricted).filter(
        path__isnull=False
    )


def _is_restricted(row: Any) -> bool:
    return bool(row.restricted) and row.path.startswith(tuple(row.restricted.split(",")))


def details(page_ids: Sequence[int], site_id: int, language: str) -> dict[int, SearchDocument]:
    """All that is kept of these pages, for the few that are shown."""
    rows = SearchDocument.objects.filter(
        page_id__in=list(page_ids),
        collection__site_id=site_id,
        collection__language=language,
        collection__current=True,
    )
    return {row.page_id: row for row in rows}


@dataclass(frozen=True, slots=True)
class Begun:
    """A name that begins, at one of its words, as typed; with its document's prior."""

    document: int
    start: str
    name: str
    weight: int
    prior: float


def beginnings(
    site_id: int, language: str, prefixes: Sequence[str], limit: int, beside: Sequence[str] = ()
) -> list[Begun]:
    """Names that begin, at one of their words, with one of the folded prefixes, and have words
    that begin as all those `beside`."""
    begun = Q()
    for prefix in prefixes:
        begun |= _begins(prefix)
    rows = SearchBeginning.objects.filter(
        begun,
        collection__site_id=site_id,
        collection__language=language,
        collection__current=True,
    )
    for word in beside:
        same = SearchBeginning.objects.filter(
            _begins(word), document=OuterRef("document"), name=OuterRef("name")
        )
        rows = rows.filter(Exists(same))
    found = rows.order_by("-weight", "start", "document_id").values_list(
        "document_id", "start", "name", "weight", "document__prior"
    )
    return [Begun(*row) for row in found[:limit]]


def _begins(prefix: str) -> Q:
    if len(prefix) <= LONGEST_HEAD:
        return Q(head=prefix)
    return Q(head=prefix[:LONGEST_HEAD], start__startswith=prefix)
