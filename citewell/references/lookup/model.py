"""What a look-up asks with and what it gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Kind = Literal["DOI", "PMID", "ISBN", "URL"]


class NotReached(Exception):
    """A source could not be asked or gave no sense; the message is one plain sentence."""


@dataclass(frozen=True)
class Configuration:
    """How to reach the sources; without addresses and a contact, nothing is asked.

    `timeout` and `backoff` are in seconds: the first pause before asking again, doubled each time.
    """

    crossref: str = ""
    pubmed: str = ""
    contact: str = ""
    timeout: float = 10.0
    retries: int = 2
    backoff: float = 1.0

    @property
    def is_on(self) -> bool:
        """Whether anything may be asked."""
        return bool(self.contact and (self.crossref or self.pubmed))


@dataclass(frozen=True)
class Notice:
    """A correction, retraction or other notice on a work.

    `kind` is the source's own word in small letters (“retraction”, “erratum”); `identifier` names
    the notice for a work that was changed, or the changed work for one that is a notice itself.
    """

    kind: str
    identifier: str
    date: str = ""
    concerns_other: bool = False


@dataclass(frozen=True)
class Found:
    """A work as a source describes it: `csl` without `id`, notices on it, its kind of study."""

    csl: Mapping[str, Any]
    source: str
    notices: tuple[Notice, ...] = ()
    publication_types: tuple[str, ...] = ()
    study_type: str = ""
    raw: Mapping[str, Any] | str = field(default="", repr=False)


class Source(Protocol):
    """A place that can be asked for works."""

    name: str

    def find(self, kind: Kind, value: str) -> Found | None:
        """Return the work of this identifier, None where the source has none.

        Raises:
            NotReached: the source did not answer or not in its documented form.
        """
