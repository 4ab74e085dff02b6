"""Writing to the embedded store, inside the caller's transaction.

All writers of a collection wait for its row first, so frequencies are counted one writer
at a time and no two of them can lock each other out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import Any, Final, TypeVar

from django.db import connection, transaction
from django.db.models import F, Model

from search.models import (
    SearchBeginning,
    SearchCollection,
    SearchDocument,
    SearchName,
    SearchPosting,
    SearchSpelling,
    SearchTerm,
    SearchWord,
)
from search.store.analysis import LONGEST_HEAD, SHORTEST_HEAD, Analysed, analyse, digest
from search.store.interface import Document
from search.understanding.names import TITLE
from search.understanding.spelling import SHORTEST, head_keys, keys
from search.understanding.stopwords import GRAMMAR

T = TypeVar("T")

# Values in one statement, below the limit of SQLite.
AT_ONCE: Final = 800
# Documents in one round of statements.
ROUND: Final = 100


def locked_collections(site_id: int, language: str) -> list[SearchCollection]:
    """The collections of a site and language, the current one made if missing, locked."""
    mine = SearchCollection.objects.filter(site_id=site_id, language=language)
    if not mine.filter(current=True).exists():
        SearchCollection.objects.bulk_create(
            [SearchCollection(site_id=site_id, language=language)], ignore_conflicts=True
        )
    return list(mine.select_for_update().order_by("pk"))


def write(collection: SearchCollection, documents: Sequence[Document]) -> None:
    """Put documents into one locked collection, in place of earlier ones."""
    for some in _portions(documents, ROUND):
        # The last one counts where a page comes twice.
        latest = _changed(collection, {document.page_id: document for document in some})
        touched = _withdraw(collection, list(latest))
        if latest:
            touched |= _add(collection, [analyse(document) for document in latest.values()])
            _purge(touched)


def _changed(collection: SearchCollection, documents: dict[int, Document]) -> dict[int, Document]:
    """Those of the documents that are not held exactly so."""
    held = dict(
        SearchDocument.objects.filter(
            collection=collection, page_id__in=list(documents)
        ).values_list("page_id", "digest")
    )
    return {pk: d for pk, d in documents.items() if held.get(pk) != digest(d)}


def remove(collection: SearchCollection, page_ids: Sequence[int]) -> None:
    """Take pages out of one locked collection."""
    for some in _portions(page_ids, ROUND):
        _purge(_withdraw(collection, some))


def drop(collection: SearchCollection) -> None:
    """Delete a collection with all it holds."""
    documents = SearchDocument.objects.filter(collection=collection).values("pk")
    terms = SearchTerm.objects.filter(collection=collection).values("pk")
    words = SearchWord.objects.filter(term__in=terms).values("pk")
    with transaction.atomic():
        SearchPosting.objects.filter(document__in=documents).delete()
        SearchSpelling.objects.filter(word__in=words).delete()
        SearchWord.objects.filter(term__in=terms).delete()
        SearchName.objects.filter(collection=collection).delete()
        SearchBeginning.objects.filter(collection=collection).delete()
        SearchTerm.objects.filter(collection=collection).delete()
        SearchDocument.objects.filter(collection=collection).delete()
        collection.delete()


def weigh_anew(collection: SearchCollection) -> None:
    """Set every document's prior from the frequencies as they are now."""
    frequencies = dict(
        SearchTerm.objects.filter(collection=collection).values_list("stem", "frequency")
    )
    collection.refresh_from_db()
    documents = list(SearchDocument.objects.filter(collection=collection).only("pk", "names"))
    for document in documents:
        document.prior = _prior(
            document.names[0][2].split() if document.names else (), frequencies, collection
        )
    SearchDocument.objects.bulk_update(documents, ["prior"], batch_size=200)


def _add(collection: SearchCollection, pages: list[Analysed]) -> set[int]:
    """Insert analysed documents; gives the terms they have."""
    terms = _terms(collection, {root for page in pages for root in page.impacts})
    counts = Counter(root for page in pages for root in page.impacts)
    SearchCollection.objects.filter(pk=collection.pk).update(documents=F("documents") + len(pages))
    collection.documents += len(pages)
    for root, count in counts.items():
        terms[root].frequency += count
    _change_frequencies({terms[root].pk: count for root, count in counts.items()})
    frequencies = {root: term.frequency for root, term in terms.items()}
    rows = SearchDocument.objects.bulk_create(
        [_document(collection, page, frequencies) for page in pages]
    )
    postings: list[tuple[Any, ...]] = []
    names: list[tuple[Any, ...]] = []
    beginnings: list[tuple[Any, ...]] = []
    for row, page in zip(rows, pages, strict=True):
        postings += [(terms[r].pk, row.pk, impact) for r, impact in page.impacts.items()]
        names += [(row.pk, collection.pk, n.key, n.bag, n.trust) for n in page.names]
        for b in page.beginnings:
            heads = {b.start[:n] for n in range(SHORTEST_HEAD, LONGEST_HEAD + 1)}
            beginnings += [
                (row.pk, collection.pk, head, b.start, b.name, b.weight)
                for head in heads
                if len(head) >= SHORTEST_HEAD
            ]
    _insert(SearchPosting, ("term_id", "document_id", "impact"), postings)
    _insert(SearchName, ("document_id", "collection_id", "key", "bag", "trust"), names)
    _insert(
        SearchBeginning,
        ("document_id", "collection_id", "head", "start", "name", "weight"),
        beginnings,
    )
    _add_words(pages, terms)
    return {terms[root].pk for root in counts}


def _document(
    collection: SearchCollection, page: Analysed, frequencies: dict[str, int]
) -> SearchDocument:
    document = page.document
    return SearchDocument(
        collection=collection,
        page_id=document.page_id,
        type=document.type[:100],
        title=document.title[:255],
        url=document.url,
        summary=document.summary,
        text=page.text,
        names=[[n.text, n.trust, n.bag] for n in page.names if n.trust <= 100 * TITLE],
        links=[[link.label, link.url] for link in document.links],
        facets={facet: list(labels) for facet, labels in document.facets.items()},
        reviewed=document.reviewed[:40],
        digest=page.digest,
        prior=_prior(page.title_stems, frequencies, collection),
    )


def _prior(
    stems: Iterable[str], frequencies: dict[str, int], collection: SearchCollection
) -> float:
    """How much other pages speak of what this one is about, from 0 to 1.

    Measured by the rarest word of its title: of two pages that match alike, patients more
    often mean the one everybody writes about.
    """
    aside = {*GRAMMAR["en"], "diseas", "syndrom", "disord"}
    counts = [frequencies.get(stem, 0) for stem in stems if stem not in aside]
    if not counts or collection.documents < 2:
        return 0.0
    return min(1.0, log(1 + min(counts)) / log(1 + collection.documents))


def _terms(collection: SearchCollection, stems: set[str]) -> dict[str, SearchTerm]:
    found: dict[str, SearchTerm] = {}
    for some in _portions(sorted(stems), AT_ONCE):
        found.update(
            (term.stem, term)
            for term in SearchTerm.objects.filter(collection=collection, stem__in=some)
        )
    missing = [SearchTerm(collection=collection, stem=s) for s in sorted(stems) if s not in found]
    found.update((t.stem, t) for t in SearchTerm.objects.bulk_create(missing, batch_size=AT_ONCE))
    return found


def _add_words(pages: list[Analysed], terms: dict[str, SearchTerm]) -> None:
    """Add new words and the spelling keys of those that became worth mending to."""
    merged: dict[str, tuple[str, int, bool, int]] = {}
    for page in pages:
        for text, (printed, root, in_names) in page.words.items():
            if root in terms and (text not in merged or in_names):
                merged[text] = (printed, terms[root].pk, in_names, terms[root].frequency)
    held: dict[str, SearchWord] = {}
    for some in _portions(sorted({pk for _, pk, _, _ in merged.values()}), AT_ONCE):
        held.update((w.text, w) for w in SearchWord.objects.filter(term_id__in=some))
    new: list[SearchWord] = []
    spelled: list[SearchWord] = []
    named: list[int] = []
    for text, (printed, term_id, in_names, frequency) in merged.items():
        word = held.get(text)
        if word is None:
            word = SearchWord(term_id=term_id, text=text, printed=printed, in_names=in_names)
            new.append(word)
        elif in_names and not word.in_names:
            named.append(word.pk)
        worth = len(text) >= SHORTEST and text.isalpha() and (in_names or frequency >= 2)
        if worth and not word.spelled:
            word.spelled = True
            spelled.append(word)
    old = [word.pk for word in spelled if word.pk]
    SearchWord.objects.bulk_create(new, batch_size=AT_ONCE // 5)
    for some in _portions(old, AT_ONCE):
        SearchWord.objects.filter(pk__in=some).update(spelled=True)
    # A word that was known from running text alone may now also be begun by its letters.
    for some in _portions(named, AT_ONCE):
        SearchWord.objects.filter(pk__in=some).update(in_names=True)
        SearchSpelling.objects.filter(word_id__in=some).delete()
    again = {w.pk: w for w in held.values() if w.pk in set(named)}
    rows: list[tuple[Any, ...]] = []
    for word in {w.pk: w for w in (*spelled, *again.values())}.values():
        found = keys(word.text)
        if word.in_names or word.pk in again:
            found |= head_keys(word.text)
        rows += [(word.pk, key) for key in found]
    _insert(SearchSpelling, ("word_id", "key"), rows)


def _withdraw(collection: SearchCollection, page_ids: Sequence[int]) -> set[int]:
    """Delete documents of these pages; gives the terms they had."""
    documents = list(
        SearchDocument.objects.filter(collection=collection, page_id__in=page_ids).values_list(
            "pk", flat=True
        )
    )
    if not documents:
        return set()
    lost = Counter(
        SearchPosting.objects.filter(document_id__in=documents).values_list("term_id", flat=True)
    )
    _change_frequencies({term: -count for term, count in lost.items()})
    SearchCollection.objects.filter(pk=collection.pk).update(
        documents=F("documents") - len(documents)
    )
    collection.documents -= len(documents)
    for model in (SearchPosting, SearchName, SearchBeginning):
        model.objects.filter(document_id__in=documents).delete()
    SearchDocument.objects.filter(pk__in=documents).delete()
    return set(lost)


def _purge(terms: set[int]) -> None:
    """Delete those of the terms that no document has, with their words."""
    for some in _portions(sorted(terms), AT_ONCE):
        empty = list(
            SearchTerm.objects.filter(pk__in=some, frequency__lte=0).values_list("pk", flat=True)
        )
        if empty:
            words = list(SearchWord.objects.filter(term_id__in=empty).values_list("pk", flat=True))
            for part in _portions(words, AT_ONCE):
                SearchSpelling.objects.filter(word_id__in=part).delete()
            SearchWord.objects.filter(term_id__in=empty).delete()
            SearchTerm.objects.filter(pk__in=empty).delete()


def _change_frequencies(changes: dict[int, int]) -> None:
    """Add to the terms' frequencies, one statement for each amount."""
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for term, change in sorted(changes.items()):
        alike[change].append(term)
    for change, terms in alike.items():
        for some in _portions(terms, AT_ONCE):
            SearchTerm.objects.filter(pk__in=some).update(frequency=F("frequency") + change)


def _insert(model: type[Model], columns: Sequence[str], rows: list[tuple[Any, ...]]) -> None:
    """Insert many narrow rows by the quickest way of the database at hand."""
    if not rows:
        return
    quote = connection.ops.quote_name
    table, names = quote(model._meta.db_table), ", ".join(map(quote, columns))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * len(columns))
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608


def _portions(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for i in range(0, len(items), size):
        yield items[i : i + size]
