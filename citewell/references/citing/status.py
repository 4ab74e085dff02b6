"""What is known to be wrong with a source, from whoever watches sources.

The part of the room that watches registers one function; the text, the list and the findings
read it here, with one question for all sources of a page::

    register_statuses(statuses_of_these_sources)  # in the AppConfig's ready()
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Kind(StrEnum):
    """What is wrong; the gravest first. ``REINSTATED``: it was retracted and no longer is."""

    RETRACTED = "retracted"
    CONCERN = "concern"
    CORRECTED = "corrected"
    REINSTATED = "reinstated"
    DEAD_LINK = "dead-link"


#: The word that warns at a mark; what is not here stands in the list alone.
LABELS = {
    Kind.RETRACTED: _("retracted"),
    Kind.CONCERN: _("doubts were raised"),
}


@dataclass(frozen=True, slots=True)
class Status:
    """One thing that is known of a source.

    Attributes:
        words: a sentence for readers and editors, plain text.
        url: where it is said, empty where there is none.
        is_for_readers: shown at the mark and in the list; else editors alone see it.
    """

    kind: Kind
    words: str
    url: str = ""
    is_for_readers: bool = True


Lookup = Callable[[Collection[int]], Mapping[int, Sequence[Status]]]
"""Takes the keys of sources; gives by key what is known. Its queries are constant."""

_LOOKUPS: list[Lookup] = []


def register_statuses(lookup: Lookup) -> Lookup:
    """Have a function asked for every page that is shown; also a decorator."""
    if lookup not in _LOOKUPS:
        _LOOKUPS.append(lookup)
    return lookup


def statuses(sources: Collection[int]) -> dict[int, list[Status]]:
    """By key what is known of these sources, the gravest first; sources in order have no entry."""
    found: dict[int, list[Status]] = {}
    for lookup in _LOOKUPS if sources else ():
        for key, known in lookup(sources).items():
            found.setdefault(key, []).extend(known)
    order = list(Kind)
    return {
        key: sorted(known, key=lambda one: order.index(one.kind))
        for key, known in found.items()
        if known
    }
