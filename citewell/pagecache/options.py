"""The setting ``CITEWELL_PAGE_CACHE``, as one typed object.

A dictionary with any of the names below; a site without it has no cache.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Options:
    """How the cache is set up."""

    store: str = "off"
    """``files``, ``off`` or ``redis://…``."""
    folder: str = ""
    """Where the files stand."""
    bytes_in_memory: int = 32_000_000
    """Of each process."""
    bytes_on_disk: int = 128_000_000
    """That each process writes under one generation."""
    passed_by: tuple[str, ...] = ()
    """Beginnings of paths that never come from the cache."""
    numbers: frozenset[str] = frozenset()
    """Query parameters that lists take with a number, such as ``page``."""
    harmless_vary: frozenset[str] = frozenset()
    """Headers that answers name in ``Vary`` though they do not depend on them."""
    paused_by: str = ""
    """A file; while it stands, nothing comes from the cache."""


def options() -> Options:
    """The options as the settings have them.

    Raises:
        TypeError: the setting has a name that is none of these.
    """
    return Options(**getattr(settings, "CITEWELL_PAGE_CACHE", {}))
