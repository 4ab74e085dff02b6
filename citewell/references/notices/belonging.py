"""Which record is about which work."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Named(Protocol):
    """The identifiers of a record, each normalised or empty."""

    doi: str
    pmid: str
    notice_doi: str


Record = TypeVar("Record", bound=Named)


def is_about(record: Named, doi: str, pmid: str) -> bool:
    """Whether a record is about the work with these identifiers, either of them empty.

    The DOI decides first: a source that has the DOI of the notice is the notice, unless the
    work was retracted in place, under the DOI it has.
    """
    if doi and doi == record.doi:
        return True
    if doi and doi == record.notice_doi:
        return False
    return bool(pmid) and pmid == record.pmid


def is_doubtful(record: Named, doi: str) -> bool:
    """Whether the work and its record name different DOIs."""
    return bool(doi and record.doi and doi != record.doi)


def records_of(doi: str, pmid: str, records: Iterable[Record]) -> list[Record]:
    """The records about a work, those included that reach it through another record.

    Where a source has one identifier only, a record that has the other only is joined by one
    that has both: the retraction may name the DOI, the reinstatement the PubMed number alone.
    """
    records = list(records)
    found = [record for record in records if is_about(record, doi, pmid)]
    dois, pmids = missing(doi, pmid, found)
    taken = {id(record) for record in found}
    further = [
        record
        for record in records
        if id(record) not in taken
        and (
            (record.pmid in pmids and record.doi in ("", doi) and record.notice_doi != doi)
            or (record.doi in dois and record.pmid in ("", pmid))
        )
    ]
    return found + further


def missing(doi: str, pmid: str, found: Iterable[Named]) -> tuple[set[str], set[str]]:
    """The DOIs and PubMed numbers that records give a work which has none of its own."""
    found = list(found)
    dois = set() if doi else {record.doi for record in found if record.doi}
    pmids = set() if pmid else {record.pmid for record in found if record.pmid}
    return dois, pmids
