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
"""By class of chooser: what its keys point at."""

LOADED: ContextVar[Loaded | None] = ContextVar("LOADED", default=None)


class BulkChooser:
    """Mixin of chooser blocks; they say with :meth:`load` how a set of keys is loaded."""

    def load(self, keys: set[int]) -> dict[int, Any]:
        """What the keys point at; keys of what is gone are left out."""
        raise NotImplementedError

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        keys = list(values)
        loaded = LOADED.get()
        if loaded is not None and type(self) in loaded:
            objects = loaded[type(self)]
        else:
            objects = self.load({key for key in keys if key})
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
