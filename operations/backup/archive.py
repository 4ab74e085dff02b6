"""The file of a backup: a compressed tar whose last member is a manifest with all hashes. Pure.

Members are ``tables/NAME.jsonl``, ``media/PATH``, ``signoff-anchor.json`` and, last,
``manifest.json``: what the backup is of, and for each other member its size and SHA-256.
A file that was cut short or altered is therefore found before anything is restored.
"""

import hashlib
import io
import json
import tarfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from types import TracebackType
from typing import IO, Any

FORMAT = 1
MANIFEST = "manifest.json"
TABLES = "tables/"
MEDIA = "media/"
ANCHOR = "signoff-anchor.json"
CHUNK = 1024 * 1024
DAMAGE = (tarfile.TarError, EOFError, OSError, zlib.error)
CUT = "The file is no backup of Citewell, or was cut short."


class BackupError(Exception):
    """Something about a backup is wrong; the text is a sentence for the operator."""


@dataclass(frozen=True)
class Member:
    """The size in bytes and SHA-256 of a member."""

    size: int
    sha256: str


@dataclass
class Manifest:
    """What a backup is of.

    Attributes:
        version: of Citewell, when the backup was made.
        made_at: ISO 8601.
        database: ``sqlite`` or ``postgresql``; either can restore it.
        migrations: those that were applied, as ``[app, name]``.
        heads: number and hash of the last entry of each site's chain of sign-offs.
        pages: how many pages there were.
        missing: uploaded files that the database names and the storage did not have.
        members: by name.
        format: the number of this format.
    """

    version: str
    made_at: str
    database: str
    migrations: list[list[str]]
    heads: dict[str, list[Any]]
    pages: int = 0
    missing: list[str] = field(default_factory=list)
    members: dict[str, Member] = field(default_factory=dict)
    format: int = FORMAT

    def as_json(self) -> bytes:
        """The manifest as it stands in the archive."""
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()


def read_manifest(text: bytes) -> Manifest:
    """The manifest of an archive.

    Raises:
        BackupError: it is none, or of a format that this version does not know.
    """
    try:
        values = json.loads(text)
        if values["format"] != FORMAT:
            raise BackupError(f"The backup has format {values['format']}; known is {FORMAT}.")
        members = {name: Member(**member) for name, member in values.pop("members").items()}
        return Manifest(**values, members=members)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BackupError("The backup's manifest cannot be read.") from error


class Hashing(io.RawIOBase):
    """Reads from a file and counts what it read."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.size, self.hash = file, 0, hashlib.sha256()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self.file.read(size)
        self.size += len(data)
        self.hash.update(data)
        return data

    def member(self) -> Member:
        """What was read so far."""
        return Member(self.size, self.hash.hexdigest())


class Writer:
    """Writes an archive member by member; the manifest goes in when it is closed."""

    def __init__(self, file: IO[bytes], manifest: Manifest) -> None:
        self.manifest = manifest
        self.tar = tarfile.open(fileobj=file, mode="w|gz", format=tarfile.PAX_FORMAT)  # noqa: SIM115

    def __enter__(self) -> "Writer":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is None:
            manifest = self.manifest.as_json()
            self._put(MANIFEST, io.BytesIO(manifest), len(manifest))
            self.tar.close()

    def add(self, name: str, file: IO[bytes], size: int) -> None:
        """Put a file of ``size`` bytes in."""
        hashing = Hashing(file)
        self._put(name, hashing, size)  # type: ignore[arg-type]
        self.manifest.members[name] = hashing.member()

    def _put(self, name: str, file: IO[bytes], size: int) -> None:
        info = tarfile.TarInfo(name)
        info.size, info.mode, info.mtime = size, 0o600, int(time.time())
        self.tar.addfile(info, file)


def members(file: IO[bytes]) -> Iterator[tuple[str, IO[bytes]]]:
    """The members in their order, each to be read before the next.

    Raises:
        BackupError: it is no such archive, or cut short.
    """
    file.seek(0)
    try:
        with tarfile.open(fileobj=file, mode="r|gz") as tar:
            for info in tar:
                content = tar.extractfile(info)
                if not info.isfile() or content is None or not is_safe(info.name):
                    raise BackupError(f"The backup holds something strange: {info.name}")
                yield info.name, content
    except DAMAGE as error:
        raise BackupError(CUT) from error


def whole(content: IO[bytes]) -> bytes:
    """All of a member."""
    try:
        return content.read()
    except DAMAGE as error:
        raise BackupError(CUT) from error


def hashed(content: IO[bytes]) -> Member:
    """Read a member to its end."""
    hashing = Hashing(content)
    try:
        while hashing.read(CHUNK):
            pass
    except DAMAGE as error:
        raise BackupError(CUT) from error
    return hashing.member()


def is_safe(name: str) -> bool:
    """Whether a member's name stays below the place it is written to."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name


def check(file: IO[bytes]) -> Manifest:
    """Read the whole archive and compare it with its manifest, which is returned.

    Raises:
        BackupError: naming the first member that is missing, altered or too many.
    """
    found: dict[str, Member] = {}
    manifest = None
    for name, content in members(file):
        if name == MANIFEST:
            manifest = read_manifest(whole(content))
            continue
        found[name] = hashed(content)
    if manifest is None:
        raise BackupError("The backup has no manifest: it was cut short.")
    for name in sorted(manifest.members.keys() | found.keys()):
        if manifest.members.get(name) != found.get(name):
            raise BackupError(f"The backup is damaged: {name} is not what was put in.")
    return manifest
