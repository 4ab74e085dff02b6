"""Making an imported article's plain numbers into live citations."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from citewell.references.citing.marks import tag
from citewell.references.citing.numerals import Numeral, numerals_in, replaced
from citewell.references.citing.page import Listed, citing_of
from citewell.references.citing.stored import rewrite
from citewell.references.library import add_readings
from citewell.references.reading import Reading, read_references
from citewell.references.source import Source


@dataclass(frozen=True)
class Found:
    """A number of the page, with a key of its own by which a form names it."""

    key: str
    place: str
    text: str
    numeral: Numeral


@dataclass(frozen=True)
class Numbers:
    """What a page has of plain numbers.

    Attributes:
        entries: the page's list as it is numbered for readers.
        fingerprint: of all that was read; a form that was made of another page is refused.
    """

    sure: list[Found] = field(default_factory=list)
    doubtful: list[Found] = field(default_factory=list)
    entries: list[Listed] = field(default_factory=list)
    fingerprint: str = ""

    def __bool__(self) -> bool:
        return bool(self.sure or self.doubtful)


def numbers_of(page: Any) -> Numbers:
    """The plain numbers in a page's texts that name entries of its list."""
    citing = citing_of(page)
    entries = [one for one in citing.listed if not one.is_empty]
    found = [
        Found(f"{at}-{numeral.start}", place, text, numeral)
        for at, (place, text) in enumerate(citing.texts)
        for numeral in (numerals_in(text, len(entries)) if entries else ())
    ]
    read = [citing.texts, [[one.line, one.source and one.source.pk] for one in entries]]
    return Numbers(
        sure=[one for one in found if not one.numeral.doubt],
        doubtful=[one for one in found if one.numeral.doubt],
        entries=entries,
        fingerprint=hashlib.sha256(json.dumps(read).encode()).hexdigest()[:32],
    )


@transaction.atomic
def convert(page: Any, keys: Collection[str], user: Any = None) -> int:
    """Make the numbers of these keys into marks, on the page in memory; how many it were.

    An entry that is a pasted line gets a source: the library's where it has the work, else a
    new one. The line stays as it was pasted.
    """
    numbers = numbers_of(page)
    chosen = [one for one in [*numbers.sure, *numbers.doubtful] if one.key in set(keys)]
    if not chosen:
        return 0
    wanted = {number for one in chosen for number in one.numeral.numbers}
    sources = _sources(numbers.entries, wanted, user)
    at: dict[tuple[str, str], list[Numeral]] = defaultdict(list)
    for one in chosen:
        if one.numeral not in at[one.place, one.text]:
            at[one.place, one.text].append(one.numeral)

    def change(place: str, text: str) -> str:
        numerals = at.get((place, text), [])
        marks = ["".join(tag(sources[n].pk) for n in numeral.numbers) for numeral in numerals]
        return replaced(text, numerals, marks)

    rewrite(page, change)
    _link(
        page,
        {entry.block_id: sources[n] for n, entry in enumerate(numbers.entries, 1) if n in wanted},
    )
    return len(chosen)


def _sources(entries: list[Listed], wanted: Collection[int], user: Any) -> dict[int, Source]:
    """By number of an entry its source."""
    found = {n: one.source for n, one in enumerate(entries, 1) if n in wanted and one.source}
    missing = sorted(set(wanted) - found.keys())
    readings = [_reading(entries[n - 1].line) for n in missing]
    added = add_readings(readings, user).each if readings else []
    return {**found, **dict(zip(missing, added, strict=True))}


def _reading(line: str) -> Reading:
    """What is read of a line; a line that is none or several stays as it was pasted."""
    readings = read_references(line)
    if len(readings) == 1 and readings[0].raw.strip() == line.strip():
        return readings[0]
    return Reading(raw=line, csl={}, confidence="red")


def _link(page: Any, sources: dict[str, Source]) -> None:
    """Let the entries of the list name the sources their lines became."""
    stored = json.loads(json.dumps(list(page.references.raw_data)))
    for child in stored:
        for item in child["value"]:
            block_id = ".".join(filter(None, (child.get("id"), item.get("id"))))
            value = item.get("value", item)
            if not value.get("source") and block_id in sources:
                value["source"] = sources[block_id].pk
    page.references = json.dumps(stored)
