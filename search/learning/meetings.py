"""Counting how many different visitors met some words today, without keeping words or visitors.

What is kept are keyed hashes in memory that the server's processes share: never on disk, in no
database, in no other cache. The key is made anew each day and forgotten with the day, so that
neither words nor visitors can be followed from one day to the next, and one person who comes
on five days stays one. Several machines count each for itself, which can only release less.
Pure: no Django.
"""

import mmap
import secrets
import struct
from hashlib import blake2b
from multiprocessing import get_context
from typing import Final

KEY: Final = 32
DAY: Final = struct.Struct("<I")
HEAD: Final = KEY + DAY.size
SLOT: Final = struct.Struct("<QB")
FINGERPRINT: Final = 8
# Marks a unit's slot: somebody who met these words chose a result.
CHOSEN: Final = 0x80
MOST: Final = 0x7F


class Meetings:
    """Today's counts. Make one before the server forks: what it holds is shared by fork."""

    def __init__(self, slots: int = 1 << 17) -> None:
        self._slots = slots
        self._memory = mmap.mmap(-1, HEAD + slots * SLOT.size)
        self._turn = get_context("fork").Lock()

    def met(self, words: str, visitor: str, day: int) -> int:
        """Note that a visitor met the words; how many different ones did on this day.

        0 where a result was chosen today. A full table counts nothing more."""
        with self._turn:
            self._begin(day)
            unit = self._slot(self._fingerprint("words", words))
            both = self._slot(self._fingerprint("both", words, visitor))
            if unit is None or both is None:
                return 0
            count = self._value(unit)
            if not self._value(both):
                self._write(both, self._fingerprint("both", words, visitor), 1)
                count += (count & MOST) < MOST
                self._write(unit, self._fingerprint("words", words), count)
            return 0 if count & CHOSEN else count & MOST

    def token(self, words: str, day: int) -> str:
        """What a page may carry of its words, so that a choice can be told: their keyed hash."""
        with self._turn:
            self._begin(day)
            return f"{self._fingerprint('words', words):016x}"

    def chosen(self, token: str, day: int) -> None:
        """Note that a result was chosen by somebody who met these words today."""
        with self._turn:
            self._begin(day)
            fingerprint = int(token, 16)
            slot = self._slot(fingerprint)
            if slot is not None and self._value(slot):
                self._write(slot, fingerprint, self._value(slot) | CHOSEN)

    def _begin(self, day: int) -> None:
        """Forget everything, the key first, when the day has changed."""
        if DAY.unpack_from(self._memory, KEY)[0] != day:
            self._memory[:] = bytes(len(self._memory))
            self._memory[:KEY] = secrets.token_bytes(KEY)
            DAY.pack_into(self._memory, KEY, day)

    def _fingerprint(self, *parts: str) -> int:
        text = "\0".join(parts).encode("utf-8", "replace")
        found = blake2b(text, key=self._memory[:KEY], digest_size=FINGERPRINT)
        return int.from_bytes(found.digest(), "little") or 1

    def _slot(self, fingerprint: int) -> int | None:
        """Where a fingerprint stands or may be put; None where too much is held nearby."""
        for step in range(64):
            slot = (fingerprint + step) % self._slots
            held, _ = SLOT.unpack_from(self._memory, HEAD + slot * SLOT.size)
            if held in {0, fingerprint}:
                return slot
        return None

    def _value(self, slot: int) -> int:
        value: int = SLOT.unpack_from(self._memory, HEAD + slot * SLOT.size)[1]
        return value

    def _write(self, slot: int, fingerprint: int, value: int) -> None:
        SLOT.pack_into(self._memory, HEAD + slot * SLOT.size, fingerprint, value)
