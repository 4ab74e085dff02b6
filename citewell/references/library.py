"""Put references that were read into the library."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from citewell.references.identifiers import normalise_doi, normalise_pmid
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

    A source is had already where its DOI, its PubMed number or its text is the same.
    """
    added = Added()
    known = {key: source for source in Source.objects.all() for key in _keys(source)}
    for reading in readings:
        source = Source(csl=reading.csl, raw=reading.raw)
        had = next((known[key] for key in _keys(source) if key in known), None)
        if had is not None:
            added.known.append(had)
            continue
        source.save()
        added.new.append(source)
        known.update(dict.fromkeys(_keys(source), source))
    return added


def _keys(source: Source) -> list[tuple[str, str]]:
    csl = source.csl if isinstance(source.csl, dict) else {}
    doi, pmid = normalise_doi(str(csl.get("DOI", ""))), normalise_pmid(str(csl.get("PMID", "")))
    keys = [("DOI", doi), ("PMID", pmid), ("raw", " ".join(source.raw.split()))]
    return [(name, value) for name, value in keys if value]
