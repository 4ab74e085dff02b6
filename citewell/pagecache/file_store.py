"""The shared store as files of one folder, for the processes of one machine."""

from __future__ import annotations

import logging
import os
import re
import shutil
from pathlib import Path

from citewell.pagecache.tokens import digest, new_token

logger = logging.getLogger(__name__)

TOKEN = re.compile(r"[0-9a-f]{32}")


class FileStore:
    """``generation`` holds the token; a folder named as the token holds its answers.

    A new token replaces the file in one step, so a reader sees the old or the new one. Where
    not even that can be written (a full disk) the file is removed, which also ends the
    generation: removing needs no room.
    """

    def __init__(self, folder: Path, bytes_allowed: int) -> None:
        self.folder = folder
        self.token_path = folder / "generation"
        self.bytes_allowed = bytes_allowed
        self.bytes_written = 0
        self.written_under = ""
        self.was_read = False
        self.must_renew = False

    def generation(self) -> str | None:
        """The token in the file; a missing or broken file begins a new generation."""
        self.was_read = True
        if self.must_renew:
            self.renew()
            self.was_read = True
        token = self._read_token()
        if token is None and not self.must_renew:
            self.renew()
            self.was_read = True
            token = self._read_token()
        return None if self.must_renew else token

    def _read_token(self) -> str | None:
        try:
            descriptor = os.open(self.token_path, os.O_RDONLY)
            try:
                token = os.read(descriptor, 64).decode("ascii", "replace")
            finally:
                os.close(descriptor)
        except OSError:
            return None
        return token if TOKEN.fullmatch(token) else None

    def renew(self) -> None:
        """Write a new token and remove the answers of the old ones."""
        self.was_read = False
        token = new_token()
        try:
            self._write_token(token)
        except OSError as error:
            try:
                self.token_path.unlink(missing_ok=True)
            except OSError:
                self.must_renew = True
                logger.error("Cached pages could not be made stale: %s", error)
                return
        self.must_renew = False
        self._remove_others(token)

    def _write_token(self, token: str) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self.folder / f"{token}.new"
        try:
            draft.write_text(token)
            draft.replace(self.token_path)
        finally:
            draft.unlink(missing_ok=True)

    def _remove_others(self, token: str) -> None:
        try:
            folders = [entry.path for entry in os.scandir(self.folder) if entry.is_dir()]
        except OSError:
            return
        for path in folders:
            if not path.endswith(token):
                shutil.rmtree(path, ignore_errors=True)

    def read(self, generation: str, key: str) -> bytes | None:
        """What stands in the key's file."""
        try:
            return (self.folder / generation / digest(key)).read_bytes()
        except OSError:
            return None

    def write(self, generation: str, key: str, kept: bytes, seconds: float) -> None:
        """Write the key's file, while this process wrote less than it may.

        ``seconds`` is not needed: the answer itself says until when it is right.
        """
        if generation != self.written_under:
            self.written_under, self.bytes_written = generation, 0
        self.bytes_written += len(kept)
        if self.bytes_written > self.bytes_allowed:
            return
        draft = self.folder / generation / new_token()
        try:
            draft.parent.mkdir(mode=0o700, exist_ok=True)
            draft.write_bytes(kept)
            draft.replace(draft.parent / digest(key))
        except OSError:
            # A full disk, or a newer generation removed the folder meanwhile.
            try:
                draft.unlink(missing_ok=True)
            except OSError:
                return
