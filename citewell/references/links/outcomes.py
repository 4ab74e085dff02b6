"""What answers mean: alive, failed, or could not be checked; and when a link is dead. Pure."""

import datetime
from collections.abc import Iterable
from enum import StrEnum

from citewell.references.links.asking import Answer

FAILED = {404, 410}
FAILURES_OF_DEAD = 3
"""So many failures, on different days, make a link dead."""


class Outcome(StrEnum):
    """What one check found."""

    ALIVE = "alive"
    FAILED = "failed"
    UNCLEAR = "unclear"
    """It could not be checked: the host refuses, is busy, is silent, forbids."""


def outcome_of(answer: Answer) -> Outcome:
    """Only what is gone, and a host name that is gone, is a failure."""
    if answer.problem:
        return Outcome.FAILED if answer.problem == "no-such-host" else Outcome.UNCLEAR
    if answer.status in FAILED:
        return Outcome.FAILED
    return Outcome.ALIVE if 200 <= answer.status < 300 else Outcome.UNCLEAR


def outcome_of_doi(answer: Answer) -> Outcome:
    """The DOI system's word alone: a redirect says that the DOI is known."""
    if answer.location:
        return Outcome.ALIVE
    return outcome_of(answer)


def is_dead(history: Iterable[tuple[datetime.date, Outcome]]) -> bool:
    """Whether a link failed on three different days since it was last alive.

    Args:
        history: day and outcome of each check, in whatever order; on one day alive counts
            more than failed.
    """
    days: dict[datetime.date, set[Outcome]] = {}
    for day, outcome in history:
        days.setdefault(day, set()).add(outcome)
    failed = 0
    for day in sorted(days):
        if Outcome.ALIVE in days[day]:
            failed = 0
        elif Outcome.FAILED in days[day]:
            failed += 1
    return failed >= FAILURES_OF_DEAD


def archived(url: str, day: datetime.date | None) -> str:
    """Where the Internet Archive would have a copy, the nearest to a day; nobody is asked."""
    return f"https://web.archive.org/web/{f'{day:%Y%m%d}/' if day else ''}{url}"
