"""What a page cites: its marks, the sources they stand for, and its reference list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from citewell.references.citing.marks import Mark, marks_in
from citewell.references.citing.numbering import Numbering, number
from citewell.references.citing.status import Kind, Status, statuses
from citewell.references.citing.stored import texts_of
from citewell.references.source import Source


@dataclass(frozen=True)
class Listed:
    """An entry of the editor's own list: a source, or a line as it was pasted."""

    source: Source | None
    line: str
    block_id: str = ""


@dataclass(frozen=True)
class Citing:
    """A page's citations as the page stands in memory.

    Attributes:
        numbering: numbers, clusters and places of the marks.
        cited: the sources of the marks, by their numbers.
        listed: the editor's list, as it is.
        known: by key of a source what is known to be wrong with it.
    """

    numbering: Numbering = field(default_factory=Numbering)
    cited: list[Source] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    known: dict[int, list[Status]] = field(default_factory=dict)

    @property
    def further(self) -> list[Listed]:
        """What is listed and not cited."""
        return [one for one in self.listed if not one.source or one.source not in self.cited]

    @property
    def sources(self) -> list[Source]:
        """All sources of the page, each once: the cited ones by number, then the others."""
        others = [one.source for one in self.listed if one.source]
        return list(dict.fromkeys([*self.cited, *others]))

    def __bool__(self) -> bool:
        return bool(self.cited or self.listed)


def citing(page: Any, *, by_number: bool = True) -> Citing:
    """What a page cites and lists; two queries and those of the statuses, however much it is."""
    texts = [text for _place, text in texts_of(page)]
    listed = list(_listed(page))
    sources = standing_sources(mark.source for text in texts for mark in marks_in(text))
    shown = {*sources.values(), *(one.source for one in listed if one.source)}
    known = statuses({source.pk for source in shown})
    warned = [key for key, its in known.items() if any(one.is_for_readers for one in its)]
    numbering = number(
        texts,
        {key: source.pk for key, source in sources.items()},
        alone=warned,
        by_number=by_number,
    )
    by_key = {source.pk: source for source in sources.values()}
    return Citing(numbering, [by_key[key] for key in numbering.numbers], listed, known)


def cited_sources(page: Any) -> list[Source]:
    """Every source of a page once: those its text cites by first appearance, then the others."""
    return citing(page).sources


def standing_sources(keys: Iterable[int]) -> dict[int, Source]:
    """By key the source that stands for it; what was deleted is left out. One query."""
    wanted = set(keys)
    rows = Source.objects.select_related("merged_into").in_bulk(wanted) if wanted else {}
    return {key: source.standing for key, source in rows.items()}


def _listed(page: Any) -> Iterator[Listed]:
    for child in getattr(page, "references", None) or ():
        for item in child.value.bound_blocks:
            source, line = item.value.get("source"), item.value.get("line") or ""
            if source or line.strip():
                yield Listed(source, line, ".".join(filter(None, (child.id, item.id))))


__all__ = ["Citing", "Kind", "Listed", "Mark", "cited_sources", "citing", "standing_sources"]
