"""What all notices on a work mean together, on the day they were last read.

A retraction stands until a later reinstatement and is lifted by nothing else. Concerns and
corrections stand beside it, never in its place. On equal dates the graver holds; a retraction
of unknown date is lifted by nothing, and a reinstatement of unknown date lifts nothing.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from citewell.references.notices.nature import Nature


@dataclass(frozen=True)
class Notice:
    """One notice on a work.

    Attributes:
        nature: what it does.
        date: its day; None where the file names none.
        doi: the notice's own, empty where it has none.
        pmid: likewise.
        record: the number of its record at Retraction Watch.
        doubt: whether the record names another DOI than the work's, so that only the PubMed
            number makes it the work's.
    """

    nature: Nature
    date: datetime.date | None = None
    doi: str = ""
    pmid: str = ""
    record: str = ""
    doubt: bool = False

    @property
    def url(self) -> str:
        """Where the notice can be read, empty where nobody knows."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else ""

    def as_json(self) -> dict[str, Any]:
        """The notice as a JSON object, what is empty left out."""
        values: dict[str, Any] = {
            "nature": self.nature.value,
            "date": self.date.isoformat() if self.date else "",
            "doi": self.doi,
            "pmid": self.pmid,
            "record": self.record,
            "doubt": self.doubt,
        }
        return {name: value for name, value in values.items() if value}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Notice":
        """What :meth:`as_json` gave."""
        day = values.get("date")
        return cls(
            **{**values, "nature": Nature(values["nature"])}
            | {"date": datetime.date.fromisoformat(day) if day else None}
        )


@dataclass(frozen=True)
class PublicationStatus:
    """What is known of a work; ``bool(status)`` says whether anything is.

    Nothing known is not the same as nothing wrong: no sentence is made of it.
    """

    notices: tuple[Notice, ...] = field(default_factory=tuple)

    def __bool__(self) -> bool:
        return any(notice.nature != Nature.OTHER for notice in self.notices)

    @cached_property
    def retraction(self) -> Notice | None:
        """The retraction that stands, the first where several do."""
        lifted = max((each.date for each in self.reinstatements if each.date), default=None)
        standing = [
            each
            for each in self._of(Nature.RETRACTION)
            if not (each.date and lifted and lifted > each.date)
        ]
        return min(standing, key=_dated_first, default=None)

    @property
    def is_retracted(self) -> bool:
        """Whether a retraction stands."""
        return self.retraction is not None

    @property
    def reinstatements(self) -> list[Notice]:
        """By date; what lifts an earlier retraction."""
        return self._of(Nature.REINSTATEMENT)

    @property
    def lifted(self) -> Notice | None:
        """The reinstatement by which no retraction stands any more; None where one stands."""
        was_retracted = bool(self._of(Nature.RETRACTION))
        if self.is_retracted or not was_retracted:
            return None
        return max((each for each in self.reinstatements if each.date), key=_dated_first)

    @property
    def shown(self) -> list[Notice]:
        """What readers are told: the retraction that stands first, the others by date."""
        known = [each for each in self.notices if each.nature != Nature.OTHER]
        first = self.retraction
        return [first, *(each for each in known if each is not first)] if first else known

    @property
    def concerns(self) -> list[Notice]:
        """Expressions of concern, by date."""
        return self._of(Nature.CONCERN)

    @property
    def corrections(self) -> list[Notice]:
        """Corrections, by date."""
        return self._of(Nature.CORRECTION)

    @property
    def others(self) -> list[Notice]:
        """Notices of a nature nobody foresaw, for editors."""
        return self._of(Nature.OTHER)

    def _of(self, nature: Nature) -> list[Notice]:
        return [notice for notice in self.notices if notice.nature == nature]


def status_of(notices: Iterable[Notice]) -> PublicationStatus:
    """The status of a work with these notices, in whatever order, each once."""
    return PublicationStatus(tuple(sorted(set(notices), key=_in_order)))


def _dated_first(notice: Notice) -> tuple[bool, datetime.date]:
    return notice.date is None, notice.date or datetime.date.min


def _in_order(notice: Notice) -> tuple[Any, ...]:
    """By date, the graver first on equal dates, those without a date last."""
    return (*_dated_first(notice), notice.nature.gravity, notice.record, notice.doi, notice.pmid,
            notice.doubt)  # fmt: skip
