"""What a page cites: its marks, the sources they stand for, and its reference list.

Pages are read as they stand in memory, without making a block value; however many pages,
sources and marks, it is one query for the sources and one for what is known of them.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from typing import Any, TypeVar

from django.utils.translation import get_language

from citewell.pagecache.remembered import remembered
from citewell.references.citing.author_date import names_of
from citewell.references.citing.claims import written
from citewell.references.citing.marks import Group, groups_in
from citewell.references.citing.numbering import Cluster, Numbering, number
from citewell.references.citing.status import LABELS, Status, statuses
from citewell.references.citing.stored import streams_of, texts_of
from citewell.references.citing.writing import PLACE, Marked, Words, write
from citewell.references.claim_model import PLAIN_CERTAINTY
from citewell.references.source import Source

T = TypeVar("T")

Texts = list[tuple[str, str]]
"""Place and text of each rich text of a page, in reading order."""

Lines = list[tuple[int | None, str, str]]
"""Source, line and place of each entry of a page's own list."""

#: Columns that no page shows; leaving them out halves what three hundred sources cost.
UNSHOWN = (
    *("note", "confidence", "language", "issn", "arxiv", "nct"),
    *("place_key", "text_key", "created_at", "updated_at"),
)


@dataclass(frozen=True)
class Listed:
    """An entry of the editor's own list: a source, or a line as it was pasted.

    Attributes:
        is_empty: nothing is here for readers: its source was deleted, or nothing was pasted.
        block_id: the entry's place in the field, with dots.
    """

    source: Source | None
    line: str
    block_id: str = ""

    @property
    def is_empty(self) -> bool:
        return self.source is None and not self.line.strip()


@dataclass(frozen=True)
class Citing:
    """A page's citations as the page stands in memory.

    Attributes:
        texts: every rich text of the page with its place, in reading order.
        numbering: numbers, clusters and places of the marks in ``texts``.
        found: by key that marks name, the source that stands for it.
        cited: the sources of the marks, by their numbers.
        listed: the editor's list, as it is.
        known: by key of a source what is known to be wrong with it, as far as readers are told.
        by_number: marks are numbers; else author and year, see :meth:`as_names`.
        made: what was made of it, for :meth:`once`.
    """

    texts: list[tuple[str, str]] = field(default_factory=list)
    numbering: Numbering = field(default_factory=Numbering)
    found: dict[int, Source] = field(default_factory=dict)
    cited: list[Source] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    known: dict[int, list[Status]] = field(default_factory=dict)
    by_number: bool = True
    made: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` makes of these citations, made once for all who share them."""
        if name not in self.made:
            self.made[name] = make()
        found: T = self.made[name]
        return found

    @property
    def further(self) -> list[Listed]:
        """What is listed and not cited, empty entries left out."""
        cited = {source.pk for source in self.cited}
        entries = (one for one in self.listed if not one.is_empty)
        return [one for one in entries if not one.source or one.source.pk not in cited]

    @cached_property
    def sources(self) -> list[Source]:
        """All sources of the page, each once: the cited ones by number, then the others."""
        others = (one.source for one in self.listed if one.source)
        return list({source.pk: source for source in (*self.cited, *others)}.values())

    def __bool__(self) -> bool:
        return bool(self.cited or any(not one.is_empty for one in self.listed))

    @property
    def standing(self) -> dict[int, int]:
        """By key that marks name, the key of the source that stands for it."""
        return {key: source.pk for key, source in self.found.items()}

    def as_names(self) -> "Citing":
        """The same with marks of author and year."""
        groups = [groups_in(text) for _place, text in self.texts]
        numbering = number(groups, self.standing, by_number=False)
        return replace(self, numbering=numbering, by_number=False, made={})

    @property
    def words(self) -> Words:
        """What marks are written with."""
        named = ((one.pk, one.csl, one.raw) for one in self.cited)
        return Words(
            None if self.by_number else names_of(named),
            {key: word for key, its in self.known.items() if (word := warning(its))},
        )

    def write(self, texts: Sequence[str]) -> list[Marked]:
        """The page's rich texts, in reading order, with marks and claims as readers see them."""
        return self.once(("marks", tuple(texts)), lambda: self._write(texts))

    def _write(self, texts: Sequence[str]) -> list[Marked]:
        told = {key.value: str(words) for key, words in PLAIN_CERTAINTY.items()}
        found = write(texts, self._clusters(texts), self.numbering.numbers, self.words)
        return [replace(one, text=written(one.text, told, PLACE)) for one in found]

    def _clusters(self, texts: Sequence[str]) -> list[list[Cluster]]:
        """The clusters of texts that are shown, which may be others than those stored."""
        if [text for text in texts if text] == [text for _place, text in self.texts]:
            read = iter(self.numbering.clusters)
            return [next(read) if text else [] for text in texts]
        groups = [groups_in(text) for text in texts]
        return number(groups, self.standing, by_number=self.by_number).clusters


def of_readers(known: Iterable[Status]) -> list[Status]:
    """What readers are told, beside what editors are."""
    return [one for one in known if one.is_for_readers]


def warning(known: Iterable[Status]) -> str:
    """The word that warns readers at a mark; empty where nothing is to be warned of."""
    words = (str(LABELS[one.kind]) for one in of_readers(known) if one.kind in LABELS)
    return next(words, "")


def citing_of(page: Any) -> Citing:
    """What a page cites and lists."""
    return citing_of_all([page])[0]


def citing_of_all(pages: Sequence[Any]) -> list[Citing]:
    """The same of many pages at once. Kept at each page until one of its streams is replaced."""
    new = [page for page in pages if not _is_kept(page)]
    stored = [(texts_of(page), list(_stored_list(page))) for page in new]
    if len(stored) == 1:
        # A long list is a third of what its page costs, and the same until a row changes.
        name = ("citing", get_language(), sha256(repr(stored).encode()).digest())
        read = [remembered(name, lambda: _read(stored)[0], weight=_sources)]
    else:
        read = _read(stored)
    for page, citing in zip(new, read, strict=True):
        page._citing = (_streams(page), citing)
    return [page._citing[1] for page in pages]


def _sources(citing: Citing) -> int:
    return max(len(citing.found), 1)


def _read(stored: Sequence[tuple[Texts, Lines]]) -> list[Citing]:
    """What the texts and lists of some pages cite: all their sources in one query."""
    groups = [[groups_in(text) for _place, text in texts] for texts, _lines in stored]
    keys = {
        mark.source
        for its_groups in groups
        for of_text in its_groups
        for group in of_text
        for mark in group.marks
    }
    listed = {key for _texts, lines in stored for key, _line, _id in lines if key}
    found = standing_sources(keys | listed)
    known = statuses({source.pk: source for source in found.values()}.values())
    return [
        _citing(texts, its_groups, lines, found, known)
        for (texts, lines), its_groups in zip(stored, groups, strict=True)
    ]


def _is_kept(page: Any) -> bool:
    if not hasattr(page, "_citing"):
        return False
    streams, now = page._citing[0], _streams(page)
    return len(streams) == len(now) and all(a is b for a, b in zip(streams, now, strict=True))


def _streams(page: Any) -> list[Any]:
    return [getattr(page, field.name) for field in streams_of(type(page))]


def _citing(
    texts: Texts,
    groups: list[list[Group]],
    stored: Lines,
    found: dict[int, Source],
    known: dict[int, list[Status]],
) -> Citing:
    numbering = number(
        groups,
        {key: source.pk for key, source in found.items()},
        alone={key for key, its in known.items() if warning(its)},
    )
    by_key = {source.pk: source for source in found.values()}
    cited = [by_key[key] for key in numbering.numbers]
    listed = [Listed(found.get(key or 0), line, block_id) for key, line, block_id in stored]
    return Citing(texts, numbering, found, cited, listed, known)


def standing_sources(keys: Iterable[int]) -> dict[int, Source]:
    """By key the source that stands for it; what was deleted is left out.

    One query; one more for each step to what sources were merged into or superseded by.
    """
    found: dict[int, Source] = {}
    wanted, missing = set(keys), set(keys)
    while missing:
        rows = Source.objects.defer(*UNSHOWN).in_bulk(missing)
        found |= rows
        further = {row.merged_into_id for row in rows.values()}
        further |= {row.superseded_by_id for key, row in rows.items() if key in wanted}
        missing = {key for key in further if key and key not in found}
    for source in found.values():
        for name in ("merged_into", "superseded_by"):
            if (key := getattr(source, f"{name}_id")) in found:
                setattr(source, name, found[key])
    standing = {key: found[key].standing for key in wanted if key in found}
    return {key: found.get(source.pk, source) for key, source in standing.items()}


def _stored_list(page: Any) -> Iterator[tuple[int | None, str, str]]:
    """Source, line and place of each entry of the page's list."""
    stream = getattr(page, "references", None)
    for child in stream.raw_data if stream else ():
        for item in child["value"] or ():
            is_wrapped = "type" in item and "value" in item
            value = item["value"] if is_wrapped else item
            ids = (child.get("id"), item.get("id") if is_wrapped else "")
            yield value.get("source"), value.get("line") or "", ".".join(filter(None, ids))
