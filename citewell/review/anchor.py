"""The heads of all chains, kept in a file outside the database.

A chain whose last entries are gone is still a chain; only somebody who remembers its end
can tell. After each commit the end is written here, flushed to the disk, renamed into its
place. It only moves forward, under a lock of the file system. Pure: no Django.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Head:
    """The end of a site's chain: the number of its last entry, and its hash."""

    number: int
    hash: str


def read(path: Path) -> dict[int, Head]:
    """The heads by site; none where there is no file yet.

    Raises:
        ValueError: the file is not what :func:`advance` writes.
    """
    try:
        text = path.read_text()
    except FileNotFoundError:
        return {}
    try:
        return {int(site): Head(int(n), str(h)) for site, (n, h) in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise ValueError(f"The anchor {path.name} cannot be read.") from error


def advance(path: Path, site: int, head: Head, *, back: bool = False) -> None:
    """Remember a site's new end; an older one than is known is left out unless ``back``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path):
        heads = read(path)
        known = heads.get(site)
        if known and known.number >= head.number and not back:
            return
        heads[site] = head
        write(path, heads)


def write(path: Path, heads: dict[int, Head]) -> None:
    """Put the heads on the disk in one step: whole or not at all."""
    new = path.with_suffix(".new")
    with new.open("w") as file:
        json.dump({str(site): [head.number, head.hash] for site, head in heads.items()}, file)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One process at a time; the lock goes with the process that held it."""
    with path.with_suffix(".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
