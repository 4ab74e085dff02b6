"""What is known to be wrong with a source, from whoever watches sources.

The parts of the room that watch register one function each; the text, the list and the
findings read it here, once for all sources of a page::

    register_statuses(statuses_of_these_sources)  # in the AppConfig's ready()

What editors alone are told is registered ``for_editors``: no page that is shown asks for it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from citewell.references.source import Source


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


Lookup = Callable[[Collection["Source"]], Mapping[int, Sequence[Status]]]
"""Takes sources; gives by key what is known. Its queries are constant, best none."""

_LOOKUPS: list[Lookup] = []
_FOR_EDITORS: list[Lookup] = []


def register_statuses(lookup: Lookup, *, for_editors: bool = False) -> Lookup:
    """Have a function asked for every page that is shown, or for editors alone; a decorator."""
    lookups = _FOR_EDITORS if for_editors else _LOOKUPS
    if lookup not in lookups:
        lookups.append(lookup)
    return lookup


def statuses(
    sources: Collection["Source"], *, for_editors: bool = False
) -> dict[int, list[Status]]:
    """By key what is known of these sources, the gravest first; sources in order have no entry."""
    found: dict[int, list[Status]] = {}
    lookups = [*_LOOKUPS, *(_FOR_EDITORS if for_editors else ())]
    for lookup in lookups if sources else ():
        for key, known in lookup(sources).items():
            found.setdefault(key, []).extend(known)
    order = list(Kind)
    return {
        key: sorted(known, key=lambda one: order.index(one.kind))
        for key, known in found.items()
        if known
    }
