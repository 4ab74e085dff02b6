"""Where the generation and the kept answers stand that all processes share.

The generation is a random token. Answers are kept under the one that was read *before* they
were made; whoever changes something writes a new token, and all that stands under older ones
is never looked at again. A store that fails is as one that is empty: pages are made anew.
After any failure a process renews the generation before it trusts the store again, since a
change may have gone unnoticed meanwhile.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Protocol

from django.conf import settings

from citewell.pagecache.options import options


class Store(Protocol):
    """What a store can do; nothing of it raises."""

    was_read: bool
    """Whether this process read the generation since it last renewed it."""

    def generation(self) -> str | None:
        """The token answers are kept under now; None where the store cannot be relied on."""
        ...

    def renew(self) -> None:
        """Make all answers stale, in all processes."""
        ...

    def read(self, generation: str, key: str) -> bytes | None:
        """What was kept under this generation and key."""
        ...

    def write(self, generation: str, key: str, kept: bytes, seconds: float) -> None:
        """Keep bytes for so many seconds, if there is room."""
        ...


class NoStore:
    """Keeps nothing: the cache is off."""

    was_read = False

    def generation(self) -> str | None:
        return None

    def renew(self) -> None:
        return None

    def read(self, generation: str, key: str) -> bytes | None:
        return None

    def write(self, generation: str, key: str, kept: bytes, seconds: float) -> None:
        return None


@cache
def make_store(address: str, folder: str, bytes_on_disk: int) -> Store:
    """The store at an address; one for each process."""
    if address == "files":
        from citewell.pagecache.file_store import FileStore

        return FileStore(Path(folder), bytes_on_disk)
    if address.startswith("redis"):
        from citewell.pagecache.redis_store import RedisStore

        secret = hashlib.sha256(f"pagecache{settings.SECRET_KEY}".encode()).hexdigest()
        return RedisStore(address, f"citewell:{secret[:12]}:")
    return NoStore()


def current_store() -> Store:
    """The store the settings name."""
    chosen = options()
    return make_store(chosen.store, chosen.folder, chosen.bytes_on_disk)
