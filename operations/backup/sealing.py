"""Encrypting a backup for whoever holds a key, in the format of age (age-encryption.org). Pure.

Only the public half of a key is needed to make a backup, so a server cannot read what it
made. Any program that knows age can open the file: ``age -d -i KEY FILE``.
"""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pyrage

from operations.backup.archive import BackupError

MAGIC = b"age-encryption.org/v1"


def recipients_of(texts: Sequence[str]) -> list[pyrage.x25519.Recipient]:
    """Public keys, each ``age1…``.

    Raises:
        BackupError: one of them is none.
    """
    try:
        return [pyrage.x25519.Recipient.from_str(text) for text in texts]
    except pyrage.RecipientError as error:
        raise BackupError("A public key of backups must look like age1….") from error


def identities_of(path: Path) -> list[pyrage.x25519.Identity]:
    """The secret keys in a file, one a line; lines that begin with # are remarks."""
    lines = [line.strip() for line in path.read_text().splitlines()]
    try:
        return [
            pyrage.x25519.Identity.from_str(line)
            for line in lines
            if line and not line.startswith("#")
        ]
    except pyrage.IdentityError as error:
        raise BackupError(
            f"{path} holds no secret key that looks like AGE-SECRET-KEY-1…."
        ) from error


def is_sealed(path: Path) -> bool:
    """Whether a file is encrypted."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


@contextmanager
def sealed(file: IO[bytes], recipients: Sequence[pyrage.x25519.Recipient]) -> Iterator[IO[bytes]]:
    """What is written is encrypted into ``file`` on the way; nothing stands open on the disk."""
    reading, writing = os.pipe()
    faults: list[BaseException] = []

    def encrypt() -> None:
        try:
            with os.fdopen(reading, "rb") as plain:
                pyrage.encrypt_io(plain, file, list(recipients))
        except BaseException as error:
            faults.append(error)

    thread = threading.Thread(target=encrypt)
    thread.start()
    try:
        with os.fdopen(writing, "wb") as plain:
            yield plain
    except BrokenPipeError:
        if not faults:
            raise
    finally:
        thread.join()
    if faults:
        raise faults[0]


def opened(path: Path, identities: Sequence[pyrage.x25519.Identity], into: IO[bytes]) -> None:
    """Decrypt a file.

    Raises:
        BackupError: none of the keys fits, or the file was altered.
    """
    try:
        with path.open("rb") as file:
            pyrage.decrypt_io(file, into, list(identities))
    except (pyrage.DecryptError, OSError) as error:
        raise BackupError(
            "The backup cannot be opened: the key does not fit, or it is damaged."
        ) from error
