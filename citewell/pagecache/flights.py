"""One at a time: whoever asks for a page that is being made waits for it. Pure: no Django."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Generic, TypeVar

T = TypeVar("T")

LONGEST_WAIT = 10
"""Seconds a visitor waits for another's page before making it himself."""
REMEMBERED = 1_000
"""Pages of which is known that they cannot be kept; nobody waits for those."""


class Flight(Generic[T]):
    """A page that is being made; ``landed`` is None where it could not be shared."""

    def __init__(self) -> None:
        self.done = threading.Event()
        self.landed: T | None = None

    def wait(self) -> T | None:
        """The page when it is made, None where the waiting one must make its own."""
        self.done.wait(LONGEST_WAIT)
        return self.landed


class Flights(Generic[T]):
    """The pages being made now in this process, by key."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.flying: dict[str, Flight[T]] = {}
        self.not_shared: OrderedDict[str, None] = OrderedDict()

    def board(self, key: str) -> tuple[Flight[T] | None, bool]:
        """The flight of a key and whether the caller leads it; None: make it, tell nobody."""
        with self.lock:
            if key in self.not_shared:
                return None, False
            if key in self.flying:
                return self.flying[key], False
            self.flying[key] = Flight()
            return self.flying[key], True

    def land(self, key: str, page: T | None) -> None:
        """What the leader made; always called, None where it cannot be shared."""
        with self.lock:
            flight = self.flying.pop(key)
            if page is None:
                self.not_shared[key] = None
                while len(self.not_shared) > REMEMBERED:
                    self.not_shared.popitem(last=False)
        flight.landed = page
        flight.done.set()
