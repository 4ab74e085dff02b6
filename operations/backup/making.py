"""Making a backup while the site runs: one state of the database, and the files it names."""

import io
import json
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import pyrage
from django.core.files.storage import Storage, default_storage
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from wagtail.models import Page

from citewell import __version__
from citewell.review.ledger import anchor_path
from citewell.review.models import ChainHead
from operations.backup import tables
from operations.backup.archive import ANCHOR, MEDIA, TABLES, BackupError, Manifest, Writer, check
from operations.backup.sealing import sealed

ATTEMPTS = 3
NAME = "citewell-%Y%m%d-%H%M%S.tar.gz"
SEALED = ".age"
NAMED = re.compile(r"citewell-\d{8}-\d{6}\.tar\.gz(\.age)?")


def backup(path: Path, recipients: Sequence[pyrage.x25519.Recipient] = ()) -> tuple[Path, Manifest]:
    """Write a backup; the file is whole or not there.

    The database is read in one transaction that keeps no writer waiting. Files are read
    after it; where somebody deleted one meanwhile that the rows still name, all begins anew.

    Args:
        path: a file that does not exist yet, or a folder, in which it is named by the time.
        recipients: whose keys open it; none for a backup that everybody can read.

    Returns:
        Where it is, and what it is of. ``missing`` names files that the storage did not have
        at any attempt.

    Raises:
        BackupError: it could not be written; nothing is left of it.
    """
    if path.is_dir():
        path = path / (datetime.now(UTC).strftime(NAME) + (SEALED if recipients else ""))
    if path.exists():
        raise BackupError(f"{path} is there already.")
    part = path.with_name(path.name + ".part")
    try:
        for _attempt in range(ATTEMPTS):
            manifest = write(part, recipients)
            if not manifest.missing:
                break
        part.replace(path)
    except OSError as error:
        raise BackupError(f"The backup could not be written: {error.strerror or error}.") from error
    finally:
        part.unlink(missing_ok=True)
    return path, manifest


def write(part: Path, recipients: Sequence[pyrage.x25519.Recipient]) -> Manifest:
    """Write one attempt, flush it to the disk and, where it is not encrypted, read it back."""
    descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w+b") as file:
        with ExitStack() as stack:
            plain = stack.enter_context(sealed(file, recipients)) if recipients else file
            manifest = fill(plain)
        file.flush()
        os.fsync(file.fileno())
        if not recipients:
            check(file)
    return manifest


def fill(file: IO[bytes]) -> Manifest:
    """Write all members."""
    # Before the database: the chain may be ahead of this end of it, never behind.
    anchor = anchor_path()
    end = anchor.read_bytes() if anchor and anchor.exists() else None
    with snapshot():
        manifest = describe()
        with Writer(file, manifest) as writer:
            needed = set()
            for model in tables.kept_models():
                needed |= add_table(writer, tables.table_of(model))
            for name in files_below(default_storage):
                add_file(writer, default_storage, name)
            if end is not None:
                writer.add(ANCHOR, io.BytesIO(end), len(end))
            manifest.missing = sorted(
                name for name in needed if MEDIA + name not in manifest.members
            )
    return manifest


@contextmanager
def snapshot() -> Iterator[None]:
    """One state of the database, however long it is read; writers go on."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        connection.ensure_connection()
        connection.connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.connection.execute("ROLLBACK")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield


def describe() -> Manifest:
    """What the backup is of."""
    return Manifest(
        version=__version__,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        database=connection.vendor,
        migrations=sorted(list(key) for key in MigrationRecorder(connection).applied_migrations()),
        heads={str(head.site_id): [head.number, head.hash] for head in ChainHead.objects.all()},
        pages=Page.objects.count(),
    )


def add_table(writer: Writer, table: tables.Table) -> set[str]:
    """Put a table in; the names of uploaded files that its rows need."""
    columns = [name for name, _kind in table.columns]
    places = [columns.index(name) for name in table.files]
    needed: set[str] = set()
    with tempfile.SpooledTemporaryFile(max_size=8 * 1024 * 1024) as rows:
        rows.write(table.header())
        for row in tables.read_rows(table):
            rows.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
            needed |= {row[place] for place in places if row[place]}
        size = rows.tell()
        rows.seek(0)
        writer.add(f"{TABLES}{table.name}.jsonl", rows, size)
    return needed


def files_below(storage: Storage, folder: str = "") -> Iterator[str]:
    """The names of all files of a storage."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(files):
        yield f"{folder}{name}"
    for name in sorted(folders):
        yield from files_below(storage, f"{folder}{name}/")


def add_file(writer: Writer, storage: Storage, name: str) -> None:
    """Put an uploaded file in, unless somebody deleted it meanwhile."""
    try:
        file: Any = storage.open(name)
    except FileNotFoundError:
        return
    with file:
        writer.add(MEDIA + name, file, file.size)


def forget_older(folder: Path, keep: int) -> list[Path]:
    """Delete all but the newest backups that :func:`backup` named in a folder."""
    found = sorted(path for path in folder.glob("citewell-*.tar.gz*") if NAMED.fullmatch(path.name))
    older = found[:-keep]
    for path in older:
        path.unlink()
    return older
