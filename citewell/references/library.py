"""Put references that were read into the library."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from citewell.references.doubles import find_doubles
from citewell.references.matching import Index, Match
from citewell.references.models import Source
from citewell.references.reading import Reading


@dataclass(frozen=True)
class Added:
    """The sources a list gave, in its order: new ones, and those the library had already."""

    new: list[Source] = field(default_factory=list)
    known: list[Source] = field(default_factory=list)


@transaction.atomic
def add_readings(readings: Iterable[Reading]) -> Added:
    """Save a source for each reading that the library does not have, all of them or none.

    A source is had already where it certainly is the same work (:mod:`.doubles`), has the
    same identifier, or came from the same text.
    """
    readings = list(readings)
    added = Added()
    had = _in_library(readings)
    by_text: dict[str, Source] = {}
    index: Index[int] = Index()
    for reading, known in zip(readings, had, strict=True):
        source = Source(csl=reading.csl, raw=reading.raw)
        work, text = source.work, _squeezed(reading.raw)
        same = [added.new[place] for place, match in index.find(work) if _is_had(match)]
        known = known or (by_text.get(text) if text else None) or next(iter(same), None)
        if known:
            added.known.append(known)
            continue
        source.save()
        index.add(len(added.new), work)
        by_text[text] = source
        added.new.append(source)
    return added


def _in_library(readings: Sequence[Reading]) -> list[Source | None]:
    """For each reading the source that stands for it, None where there is none."""
    found: list[Source | None] = [
        next((double.source for double in doubles if _is_had(double.match)), None)
        for doubles in find_doubles([reading.csl for reading in readings])
    ]
    missing = {
        _squeezed(reading.raw)
        for reading, known in zip(readings, found, strict=True)
        if known is None
    } - {""}
    if not missing:
        return found
    texts = ((_squeezed(raw), pk) for pk, raw in Source.objects.values_list("pk", "raw").iterator())
    keys = {text: pk for text, pk in texts if text in missing}
    sources = Source.objects.select_related("merged_into").in_bulk(keys.values())
    same_text = {text: sources[pk].standing for text, pk in keys.items()}
    return [
        known or same_text.get(_squeezed(reading.raw))
        for reading, known in zip(readings, found, strict=True)
    ]


def _is_had(match: Match) -> bool:
    """Whether the library could not keep both, or need not."""
    return match.is_certain or bool(match.shared)


def _squeezed(text: str) -> str:
    return " ".join(text.split())
