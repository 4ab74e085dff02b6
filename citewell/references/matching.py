"""Whether two works are one and the same; pure, and never more certain than it may be.

``identifier`` and ``same`` are doubles, ``near`` is a question to a person, with its reason.
Nothing here merges anything.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, Literal, TypeVar

from citewell.references.works import NAMES_ONE_WORK, Work

Certainty = Literal["identifier", "same", "near"]
ORDER: tuple[Certainty, ...] = ("identifier", "same", "near")

_ALIKE = 0.9  # share of a title that must agree for a near match
_MOST = 50  # works compared with one; more under one key say nothing
#: Words that make a title another work's: an erratum is not the article it mends.
_TURNS = frozenset(
    [
        "erratum",
        "errata",
        "corrigendum",
        "correction",
        "corrections",
        "retraction",
        "retracted",
        "reply",
        "response",
        "comment",
        "comments",
        "commentary",
        "protocol",
        "update",
        "updated",
        "summary",
        "addendum",
        "editorial",
        "letter",
        "author",
        "authors",
        "withdrawn",
        "withdrawal",
        "expression",
        "concern",
        "supplement",
        "appendix",
    ]
)
_PARTS = frozenset(
    [
        "part",
        "parts",
        "volume",
        "chapter",
        "edition",
        "no",
        "number",
        "section",
        "book",
        "phase",
        "stage",
    ]
)
_NUMERAL = re.compile(r"\d+[a-z]?|[ivx]{1,5}|[a-h]|one|two|three|four|five|first|second|third")


@dataclass(frozen=True)
class Match:
    """How certain it is, and why in a few words for a person.

    Attributes:
        shared: the identifiers both have; the library keeps no two sources with one of them.
    """

    certainty: Certainty
    reason: str
    shared: tuple[str, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether it is the same work, and not only like it."""
        return self.certainty != "near"


def compare(a: Work, b: Work) -> Match | None:
    """Whether two works are one: a match, or None where they are two as far as can be seen."""
    shared, apart = _identifiers(a, b)
    if shared and not apart:
        return Match("identifier", f"The same {shared[0]}.", tuple(shared))
    if shared:
        return Match("near", f"The same {shared[0]}, but another {apart[0]}.", tuple(shared))
    if apart or not a.key or not b.key or _turns(a) != _turns(b) or _numerals(a) != _numerals(b):
        return None
    if a.author and b.author and not _same_author(a, b):
        return None
    if a.key == b.key:
        return _same_title(a, b)
    return _near_title(a, b)


def _identifiers(a: Work, b: Work) -> tuple[list[str], list[str]]:
    names = [*NAMES_ONE_WORK, *(["ISBN"] if a.kind == b.kind == "book" else [])]
    both = [name for name in names if name in a.identifiers and name in b.identifiers]
    shared = [name for name in both if a.identifiers[name] == b.identifiers[name]]
    return shared, [name for name in both if name not in shared]


def _same_author(a: Work, b: Work) -> bool:
    return a.author == b.author or a.author.split()[-1:] == b.author.split()[-1:]


def _same_title(a: Work, b: Work) -> Match | None:
    elsewhere = a.place and b.place and a.place != b.place
    telling = len(a.key.split()) >= 4 or (a.place and a.place == b.place)
    if a.year and b.year and a.year != b.year:
        close = abs(a.year - b.year) == 1 and telling and not elsewhere
        return Match("near", "The same title; the years differ by one.") if close else None
    if elsewhere:
        return (
            Match("near", "The same title and year; volume or page differ.")
            if telling and len(a.key.split()) >= 6
            else None
        )
    known = a.year and b.year and a.author and b.author
    if known and a.author == b.author and telling:
        return Match("same", "The same title, year and first author.")
    if known and a.author == b.author:
        return Match("near", "The same short title, year and first author.")
    return (
        Match("near", "The same title; year or author are not known of both.") if telling else None
    )


def _near_title(a: Work, b: Work) -> Match | None:
    if a.year and b.year and abs(a.year - b.year) > 1:
        return None
    if a.place and b.place and a.place != b.place:
        return None
    short, long = sorted((a.key, b.key), key=len)
    if len(short.split()) < 4:
        return None
    if long.startswith(short + " "):
        return Match("near", "One title is the beginning of the other.")
    if _alike(short, long) and (a.year is None or b.year is None or a.year == b.year):
        return Match("near", "The titles are almost the same.")
    return None


def _alike(a: str, b: str) -> bool:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _turns(work: Work) -> frozenset[str]:
    return _TURNS.intersection(work.key.split())


def _numerals(work: Work) -> list[str]:
    """Digits anywhere, and numerals in words where they number a part or stand at the end."""
    words = work.key.split()
    return [
        word
        for place, word in enumerate(words)
        if _NUMERAL.fullmatch(word)
        and (word[0].isdigit() or place == len(words) - 1 or (place and words[place - 1] in _PARTS))
    ]


Name = TypeVar("Name", bound=Hashable)


class Index(Generic[Name]):
    """Works by the keys a double shares, so that each is compared with few others."""

    def __init__(self, works: Iterable[tuple[Name, Work]] = ()) -> None:
        self._works: dict[Name, Work] = {}
        self._names: dict[Hashable, list[Name]] = defaultdict(list)
        for name, work in works:
            self.add(name, work)

    def add(self, name: Name, work: Work) -> None:
        """Take in a work under the name it is given back by."""
        self._works[name] = work
        for key in keys(work):
            self._names[key].append(name)

    def find(self, work: Work) -> list[tuple[Name, Match]]:
        """The works that are or may be this one, the surest first."""
        seen: dict[Name, None] = {}
        for key in keys(work):
            seen |= dict.fromkeys(self._names.get(key, ())[:_MOST])
        found = [(name, match) for name in seen if (match := compare(work, self._works[name]))]
        return sorted(found, key=lambda pair: ORDER.index(pair[1].certainty))


def keys(work: Work) -> list[Hashable]:
    """What a double of the work has in common with it: at least one of these."""
    found: list[Hashable] = list(work.identifiers.items())
    if work.key:
        found.append(("start", work.start))
    if work.author and work.year is not None:
        found += [
            ("author", work.author, year) for year in (work.year - 1, work.year, work.year + 1)
        ]
    if work.place:
        found.append(("place", work.place))
    return found
