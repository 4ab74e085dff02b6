"""Why a page was withdrawn, asked below and answered above.

The room that keeps withdrawn pages registers how it finds the reason::

    @register_reason
    def reason(site_id, path): ...
"""

from collections.abc import Callable

Reason = Callable[[int, str], str]
"""Takes a site's key and a path on it; gives the reason readers see, empty where none is known."""

REASONS: list[Reason] = []


def register_reason(reason: Reason) -> Reason:
    """Decorator: the function is asked."""
    if reason not in REASONS:
        REASONS.append(reason)
    return reason


def why_withdrawn(site_id: int | None, path: str) -> str:
    """The first reason that is known; empty where there is none."""
    if site_id is None or not path:
        return ""
    return next((found for reason in REASONS if (found := reason(site_id, path))), "")
