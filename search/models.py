"""The tables of the embedded store. `search.store` alone reads and writes them.

Rows follow pages: they are written in the transaction that publishes a page and can be
made anew at any time (`rebuild_search_index`). Pages are named by number, not by foreign
key, so that the index can be dropped and rebuilt without touching them; what a page's
deletion leaves is removed by signal, and no reader shows a page that is not live.
"""

from django.db import models

from search.guidance import PatientWording
from search.judged import JudgedQuery
from search.learning.models import UnansweredWords

__all__ = ["JudgedQuery", "PatientWording", "UnansweredWords"]


class SearchCollection(models.Model):
    """The pages of one site in one language. Its row is the lock of those who write.

    While the index is rebuilt there are two; readers use the current one.
    """

    spoils_pages = False

    site_id = models.BigIntegerField()
    language = models.CharField(max_length=100)
    documents = models.IntegerField(default=0)
    current = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["site_id", "language"],
                condition=models.Q(current=True),
                name="search_one_current_collection",
            )
        ]

    def __str__(self) -> str:
        return f"{self.site_id} {self.language}"


class SearchDocument(models.Model):
    """A page: what a result shows of it."""

    spoils_pages = False

    collection = models.ForeignKey(SearchCollection, on_delete=models.DO_NOTHING)
    page_id = models.BigIntegerField(db_index=True)
    type = models.CharField(max_length=100)
    title = models.CharField(max_length=255)
    url = models.TextField()
    summary = models.TextField(blank=True)
    text = models.TextField(blank=True)
    names = models.JSONField(default=list)
    links = models.JSONField(default=list)
    facets = models.JSONField(default=dict)
    reviewed = models.CharField(max_length=40, blank=True)
    prior = models.FloatField(default=0)
    digest = models.CharField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "page_id"], name="search_page_once_a_collection"
            )
        ]

    def __str__(self) -> str:
        return self.title


class SearchTerm(models.Model):
    """A word stem and the number of documents that have it."""

    spoils_pages = False

    collection = models.ForeignKey(SearchCollection, on_delete=models.DO_NOTHING, db_index=False)
    stem = models.CharField(max_length=60)
    frequency = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["collection", "stem"], name="search_stem_once")
        ]

    def __str__(self) -> str:
        return self.stem


class SearchPosting(models.Model):
    """That a document has a term, and how much it says about it (`store.analysis`).

    Without database constraints: a million rows that only the store writes.
    """

    spoils_pages = False

    term = models.ForeignKey(
        SearchTerm, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False
    )
    document = models.ForeignKey(
        SearchDocument, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False
    )
    impact = models.SmallIntegerField()

    class Meta:
        indexes = [
            # The strongest documents of a term, read from the index alone.
            models.Index(fields=["term", "-impact", "document"], name="search_posting_strongest"),
            models.Index(fields=["document", "term"], name="search_posting_document"),
        ]

    def __str__(self) -> str:
        return f"{self.term_id} {self.document_id}"


class SearchWord(models.Model):
    """A word as printed somewhere, for mending the spelling of a query."""

    spoils_pages = False

    term = models.ForeignKey(
        SearchTerm, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False
    )
    text = models.CharField(max_length=60)
    printed = models.CharField(max_length=60)
    in_names = models.BooleanField(default=False)
    # Whether spelling keys exist: for words of names, and others once two documents have them.
    spelled = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["term", "text"], name="search_word_once")]

    def __str__(self) -> str:
        return self.printed


class SearchSpelling(models.Model):
    """A key that finds a word from a wrong spelling of it (`understanding.spelling`)."""

    spoils_pages = False

    word = models.ForeignKey(SearchWord, on_delete=models.DO_NOTHING, db_constraint=False)
    key = models.CharField(max_length=60)

    class Meta:
        indexes = [models.Index(fields=["key", "word"], name="search_spelling_key")]

    def __str__(self) -> str:
        return self.key


class SearchName(models.Model):
    """A name of a document, by keys in and out of word order."""

    spoils_pages = False

    document = models.ForeignKey(SearchDocument, on_delete=models.DO_NOTHING, db_constraint=False)
    collection = models.ForeignKey(SearchCollection, on_delete=models.DO_NOTHING, db_index=False)
    key = models.CharField(max_length=200)
    bag = models.CharField(max_length=200)
    trust = models.SmallIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["collection", "key"], name="search_name_key"),
            models.Index(fields=["collection", "bag"], name="search_name_bag"),
        ]

    def __str__(self) -> str:
        return self.key


class SearchBeginning(models.Model):
    """A name from one of its words on, found by its first letters while someone types."""

    spoils_pages = False

    document = models.ForeignKey(SearchDocument, on_delete=models.DO_NOTHING, db_constraint=False)
    collection = models.ForeignKey(SearchCollection, on_delete=models.DO_NOTHING, db_index=False)
    head = models.CharField(max_length=8)
    start = models.CharField(max_length=80)
    name = models.CharField(max_length=255)
    weight = models.SmallIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["collection", "head", "-weight"], name="search_beginning_head")
        ]

    def __str__(self) -> str:
        return self.start


class SearchStale(models.Model):
    """A page whose last indexing failed; health is red while there is one."""

    spoils_pages = False

    page_id = models.BigIntegerField(unique=True)
    since = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.page_id)
