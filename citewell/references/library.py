"""Put references that were read into the library."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry
from wagtail.search.backends import get_search_backends

from citewell.references.doubles import find_doubles
from citewell.references.matching import Index, Match
from citewell.references.models import Source
from citewell.references.reading import Reading
from citewell.references.statistics import renew_statistics
from citewell.references.watching.judging import judge
from citewell.references.works import text_key

_AT_ONCE = 500  # rows written with one statement
_FEW = 50  # so many change nothing of how a database searches


@dataclass(frozen=True)
class Added:
    """What became of a list.

    Attributes:
        each: for each reading, in order, the source that stands for it.
        new: those that came in.
        known: those the library, or the list further up, had already.
    """

    each: list[Source] = field(default_factory=list)
    new: list[Source] = field(default_factory=list)
    known: list[Source] = field(default_factory=list)


@transaction.atomic
def add_readings(
    readings: Iterable[Reading], user: Any = None, checked: Iterable[int] = ()
) -> Added:
    """Save a source for each reading that the library does not have, all of them or none.

    A source is had already where it certainly is the same work (:mod:`.doubles`), has the
    same identifier, or came from the same text. How surely it was read is kept with it.

    Args:
        readings: what was read.
        user: who adds them, for the history.
        checked: the places in the list, from 0, that a person corrected.
    """
    readings, checked = list(readings), set(checked)
    added = Added()
    by_text: dict[str, Source] = {}
    index: Index[int] = Index()
    for place, (reading, found) in enumerate(zip(readings, look_up(readings), strict=True)):
        confidence = "checked" if place in checked else reading.confidence
        source = Source(csl=reading.csl, raw=reading.raw, confidence=confidence)
        source.derive()
        work, text = source.work, source.text_key
        same = [added.new[at] for at, match in index.find(work) if is_had(match)]
        known = found.source if found and found.is_had else None
        known = known or (by_text.get(text) if text else None) or next(iter(same), None)
        added.each.append(known or source)
        if known:
            added.known.append(known)
            continue
        index.add(len(added.new), work)
        by_text[text] = source
        added.new.append(source)
    _write(added.new, user)
    return added


def _write(sources: list[Source], user: Any) -> None:
    """Rows, search index and history of many sources, with a few statements."""
    Source.objects.bulk_create(sources, batch_size=_AT_ONCE)
    if not sources:
        return
    judge(sources)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(Source, sources)
    if len(sources) > _FEW:
        renew_statistics()
    common: dict[str, Any] = {
        "content_type": ContentType.objects.get_for_model(Source),
        "action": "wagtail.create",
        "timestamp": timezone.now(),
        "user": user,
        "uuid": uuid.uuid4(),
        "content_changed": True,
    }
    ModelLogEntry.objects.bulk_create(
        [ModelLogEntry(object_id=str(one.pk), label=str(one), **common) for one in sources],
        batch_size=_AT_ONCE,
    )


@dataclass(frozen=True)
class Found:
    """What the library has for a reading: a source, how much it is the same, and why.

    Attributes:
        is_had: the library need not keep both, or could not; otherwise a person decides.
    """

    source: Source
    is_had: bool
    reason: str


def look_up(readings: Sequence[Reading]) -> list[Found | None]:
    """For each reading the surest of what the library has like it, None where it has nothing."""
    found: list[Found | None] = []
    for doubles in find_doubles([reading.csl for reading in readings]):
        had = [double for double in doubles if is_had(double.match)]
        best = next(iter([*had, *doubles]), None)
        found.append(Found(best.source, bool(had), best.match.reason) if best else None)
    keys = [
        "" if known and known.is_had else text_key(reading.raw)
        for reading, known in zip(readings, found, strict=True)
    ]
    if not (wanted := set(keys) - {""}):
        return found
    rows = Source.objects.filter(text_key__in=wanted).select_related("merged_into")
    same_text = {row.text_key: Found(row.standing, True, _("The same text.")) for row in rows}
    return [same_text.get(key) or known for known, key in zip(found, keys, strict=True)]


def is_had(match: Match) -> bool:
    """Whether the library could not keep both, or need not."""
    return match.is_certain or bool(match.shared)
