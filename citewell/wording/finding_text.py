"""Where do we say this? A phrase in all pages, drafts, translations and snippets, in context."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Locale

from citewell.review.presenting import field_label
from citewell.wording.indexing import catch_up
from citewell.wording.models import IndexedPassage
from citewell.wording.querying import Wanted, fragments, places

AROUND = 70
"""Characters shown on each side."""
MOST = 500
"""Places that are shown; all are counted."""


@dataclass(frozen=True)
class Found:
    """One passage that holds the phrase.

    Attributes:
        model, key: the page or snippet.
        page_id: the page's key, None for a snippet.
        title: what the page or snippet is called.
        language: code of its language; may be empty.
        version: ``live``, ``draft`` or ``snippet``.
        field, block_id: the place, as a finding gives it.
        before, words, after: the words in their context.
        times: how often the passage holds them.
    """

    model: str
    key: str
    page_id: int | None
    title: str
    language: str
    version: str
    field: str
    block_id: str
    before: str
    words: str
    after: str
    times: int

    @property
    def label(self) -> str:
        """What editors call the field."""
        return field_label(self.model, self.field)

    @property
    def content_path(self) -> str:
        """The place as the page editor addresses it."""
        return ".".join(part for part in (self.field, self.block_id) if part)

    @property
    def subject(self) -> str:
        """Model and key in one, as the form for tasks names them."""
        return f"{self.model}:{self.key}"


@dataclass(frozen=True)
class Answer:
    """What was found: the first places, how many passages and pages or snippets in all."""

    found: list[Found]
    passages: int
    subjects: int


def find_text(wanted: Wanted, *, within: Q | None = None, most: int = MOST) -> Answer:
    """Every place of a phrase; a fixed number of queries.

    Args:
        wanted: the phrase, see :func:`citewell.wording.querying.understand`.
        within: which rows may be seen; None for all.
        most: places that are given.
    """
    catch_up()
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    rows = candidates(wanted)
    if within is not None:
        rows = rows.filter(within)
    shown: list[Found] = []
    subjects = set()
    passages = 0
    for row in rows.iterator(chunk_size=2000):
        language = languages.get(row[3], "")
        spans = places(wanted, row[8], language or "en")
        if not spans:
            continue
        passages += 1
        subjects.add((row[0], row[1]))
        if len(shown) < most:
            shown.append(in_context(row, language, spans))
    return Answer(shown, passages, len(subjects))


def candidates(wanted: Wanted) -> QuerySet[Any, Any]:
    """Rows that may hold the phrase, in the order of pages."""
    rows = IndexedPassage.objects.all()
    for ways in fragments(wanted):
        either = Q()
        for way in ways:
            either |= Q(folded__contains=way)
        rows = rows.filter(either)
    return rows.order_by("pk").values_list(
        "model", "key", "page_id", "locale_id", "title", "version", "field", "block_id", "folded",
        "text",
    )  # fmt: skip


def in_context(row: Any, language: str, spans: list[tuple[int, int]]) -> Found:
    """A row with the words of the first place and what stands around them."""
    start, end = spans[0]
    # The text as it is printed, where folding kept every sign in its place.
    shown = " ".join(row[9].split())
    text = shown if len(shown) == len(row[8]) else row[8]
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    return Found(
        model=row[0],
        key=row[1],
        page_id=row[2],
        title=row[4],
        language=language,
        version=row[5],
        field=row[6],
        block_id=row[7],
        before=("…" if first else "") + text[first:start],
        words=text[start:end],
        after=text[end:last] + ("…" if last < len(text) else ""),
        times=len(spans),
    )


def by_subject(found: list[Found]) -> Iterator[tuple[Found, list[Found]]]:
    """The places of each page or snippet together, with the first of them."""
    groups: dict[str, list[Found]] = {}
    for each in found:
        groups.setdefault(each.subject, []).append(each)
    for places_found in groups.values():
        yield places_found[0], places_found
