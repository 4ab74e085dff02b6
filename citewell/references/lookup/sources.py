"""Ask the sources in turn, the surest for a kind of identifier first."""

from collections.abc import Sequence

from citewell.references.identifiers import normalise_doi, normalise_pmid
from citewell.references.lookup.crossref import Crossref
from citewell.references.lookup.model import Configuration, Found, Kind, NotReached, Source
from citewell.references.lookup.pubmed import PubMed


def sources_of(configuration: Configuration) -> list[Source]:
    """Return the sources an installation has switched on; none without a contact."""
    if not configuration.is_on:
        return []
    sources: list[Source] = []
    if configuration.pubmed:
        sources.append(PubMed(configuration))
    if configuration.crossref:
        sources.append(Crossref(configuration))
    return sources


def look_up(kind: Kind, value: str, sources: Sequence[Source]) -> Found | None:
    """Return the work of an identifier, None where no source knows it.

    A web address is looked up where it names a DOI or an article of PubMed. A source that does
    not answer is passed over as long as another one answers.

    Raises:
        NotReached: no source has the work and one could not be asked.
    """
    if kind == "URL":
        if pmid := normalise_pmid(value):
            kind, value = "PMID", pmid
        elif doi := normalise_doi(value):
            kind, value = "DOI", doi
        else:
            return None
    trouble: NotReached | None = None
    for source in sources:
        try:
            found = source.find(kind, value)
        except NotReached as problem:
            trouble = trouble or problem
            continue
        if found:
            return found
    if trouble:
        raise trouble
    return None
