"""Choosers that load what they point at in bulk, and once for a whole page.

While :func:`loaded` is in force a chooser takes from what was loaded for all streams of
a page; else it loads for the blocks of its kind in one stream.
"""

import copy
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

Loaded = Mapping[type, Mapping[int, Any]]
"""By class of chooser: what its keys point at, None for what is gone."""

LOADED: ContextVar[Loaded | None] = ContextVar("LOADED", default=None)


class BulkChooser:
    """Mixin of chooser blocks; they say with :meth:`load` how a set of keys is loaded."""

    @classmethod
    def load(cls, keys: set[int]) -> dict[int, Any]:
        """What the keys point at; keys of what is gone are left out."""
        raise NotImplementedError

    @classmethod
    def find(cls, keys: Iterable[int]) -> dict[int, Any]:
        """The same, loading only what is not loaded already."""
        known = (LOADED.get() or {}).get(cls, {})
        missing = set(keys) - known.keys()
        return {**known, **(cls.load(missing) if missing else {})}

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        keys = list(values)
        objects = self.find(key for key in keys if key)
        # A copy for each use: an image carries the alternative text of its place.
        return [copy.copy(objects.get(key)) if key else None for key in keys]


@contextmanager
def loaded(objects: Loaded) -> Iterator[None]:
    """Choosers take from ``objects`` inside."""
    token = LOADED.set(objects)
    try:
        yield
    finally:
        LOADED.reset(token)
