"""Answers kept in a process's own memory, within bounds. Pure: no Django."""

from __future__ import annotations

import threading
from collections import OrderedDict

from citewell.pagecache.answers import Answer


class Memory:
    """The answers of one generation, those asked for last; safe for threads.

    ``bytes_allowed`` bounds the bodies and a rough share for what surrounds them.
    """

    def __init__(self, bytes_allowed: int) -> None:
        self.bytes_allowed = bytes_allowed
        self.bytes_kept = 0
        self.generation = ""
        self.answers: OrderedDict[str, Answer] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, generation: str, key: str) -> Answer | None:
        """The answer, if it was kept under this generation."""
        with self.lock:
            if generation != self.generation or key not in self.answers:
                return None
            self.answers.move_to_end(key)
            return self.answers[key]

    def put(self, generation: str, key: str, answer: Answer) -> None:
        """Keep an answer; those of other generations and the longest unused go."""
        with self.lock:
            if generation != self.generation:
                self.answers.clear()
                self.bytes_kept, self.generation = 0, generation
            if answer.size > self.bytes_allowed:
                return
            self._drop(key)
            self.answers[key] = answer
            self.bytes_kept += answer.size
            while self.bytes_kept > self.bytes_allowed:
                self._drop(next(iter(self.answers)))

    def _drop(self, key: str) -> None:
        if (old := self.answers.pop(key, None)) is not None:
            self.bytes_kept -= old.size
