"""What all pages share and every page would ask for again: the site, the header's links.

Kept in each process for one generation, so it is asked for once after a change, not once
for each page that has to be made anew. Only what depends on rows belongs here; what depends
on the time is decided when it is shown.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.db import connection

from citewell.pagecache.store import current_store

T = TypeVar("T")

MOST = 1_000
"""What the things of one generation may weigh; beyond, they are asked for each time."""


class Remembered:
    """The things of one generation."""

    def __init__(self, generation: str) -> None:
        self.generation = generation
        self.things: dict[Hashable, Any] = {}
        self.weight = 0


_lock = threading.Lock()
_now = Remembered("")


def one(_thing: object) -> int:
    """What a thing weighs that is about as large as a row."""
    return 1


def remembered(name: Hashable, make: Callable[[], T], weight: Callable[[T], int] = one) -> T:
    """What ``make`` returns, kept under ``name`` until anything that pages show changes.

    ``weight`` says how many rows a thing is as large as, so that memory stays bounded. Others
    get the same object: it must not be changed. Within a transaction, and where the cache is
    off, it is made each time: rows that may be taken back are not for others.
    """
    global _now
    if connection.in_atomic_block:
        return make()
    generation = current_store().generation()
    if generation is None:
        return make()
    with _lock:
        if _now.generation != generation:
            _now = Remembered(generation)
        mine = _now
    if name in mine.things:
        found: T = mine.things[name]
        return found
    made = make()
    with _lock:
        if name not in mine.things and mine.weight + weight(made) <= MOST:
            mine.things[name] = made
            mine.weight += weight(made)
    return made
