"""The gate every page passes before it is live: rooms register what has to hold.

A guard is given a specific page as it would be live, saved or not, and yields each reason
against it as a sentence for editors. It finds the page's place by ``path``: of a page that
is to be moved or copied, ``path`` begins with the path of its new parent. A page that does
not exist yet has no primary key.

:mod:`citewell.findings.wall` asks the guards wherever a live page is written;
:mod:`citewell.findings.publishing` asks them before publishing starts. Every road is listed
in ``docs/review-roads.md``.
"""

from collections.abc import Callable, Iterable
from typing import Any

Guard = Callable[[Any], Iterable[Any]]
"""Takes a specific page as it would be live; yields the reasons against it."""

GUARDS: list[Guard] = []


class NotPublishable(Exception):
    """A page was not put live; nothing was written.

    Attributes:
        page: the page as it would have been live.
        reasons: why not, each a sentence for editors.
    """

    def __init__(self, page: Any, reasons: list[str]) -> None:
        super().__init__(f"“{page}” was not published: {' '.join(reasons)}")
        self.page = page
        self.reasons = reasons


def register_guard(guard: Guard) -> Guard:
    """Decorator: the function is asked before any page is live."""
    if guard not in GUARDS:
        GUARDS.append(guard)
    return guard


def reasons_against(page: Any) -> list[str]:
    """Every reason against a page being live as it stands, each once."""
    return list(dict.fromkeys(str(reason) for guard in GUARDS for reason in guard(page)))


def require(page: Any) -> None:
    """Let a page pass that may be live as it stands.

    Raises:
        NotPublishable: with the reasons.
    """
    if reasons := reasons_against(page):
        raise NotPublishable(page, reasons)
