"""Restoring a backup into an empty database, of either kind, and what has to follow it."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import pyrage
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from citewell.pagecache.watching import spoil
from citewell.review import anchor
from citewell.review.ledger import anchor_path
from citewell.review.restoring import restored
from citewell.review.triggers import lifted
from citewell.review.verification import verify
from operations.backup import tables
from operations.backup.archive import MEDIA, TABLES, BackupError, Manifest, check, members
from operations.backup.sealing import is_sealed, opened
from search.indexing import rebuild

KEEP = "django_migrations"


@dataclass
class Restored:
    """What a restore did.

    Attributes:
        manifest: what the backup was of.
        rows: how many rows were written.
        files: how many uploaded files.
        lost: sites whose chain of sign-offs now says that its last entries are lost.
        faults: what ``verify_signoffs`` still finds wrong.
    """

    manifest: Manifest
    rows: int = 0
    files: int = 0
    lost: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def restore(
    path: Path,
    *,
    identities: Sequence[pyrage.x25519.Identity] = (),
    newest: Path | None = None,
    reason: str = "",
    by: str = "",
) -> Restored:
    """Restore a backup into the database and storage that the settings name.

    Nothing is written before the whole file was checked. The rows are written in one
    transaction, at the state of the schema they were made at; then the schema is brought up
    to date and what is derived (search, caches) made anew.

    Args:
        path: the backup.
        identities: secret keys, for one that is encrypted.
        newest: a copy of the anchor of the chains of sign-offs kept elsewhere; the one in the
            data folder is compared as well.
        reason: why an older state of the chains is restored; becomes an entry.
        by: the name of the user who restores, for that entry.

    Raises:
        BackupError: a sentence that says what is wrong; nothing was restored.
    """
    with plain(path, identities) as file:
        manifest = check(file)
        known = newest_ends(newest)
        lost = lost_sites(manifest, known)
        if lost and not reason.strip():
            raise BackupError(
                "The backup is older than the newest anchor of the chain of sign-offs: its last "
                "entries would be lost. Give --reason, which is kept in the chain."
            )
        prepare_schema(manifest)
        outcome = Restored(manifest)
        write_tables(file, outcome)
        write_files(file, outcome)
    call_command("migrate", verbosity=0)
    put_anchor(manifest, known)
    for site in lost:
        restored(site, reason=reason.strip(), by=user_named(by))
    outcome.lost = lost
    make_anew()
    outcome.faults = verify().faults
    return outcome


@contextmanager
def plain(path: Path, identities: Sequence[pyrage.x25519.Identity]) -> Iterator[IO[bytes]]:
    """The archive, decrypted into the data folder for as long as it is read."""
    try:
        is_encrypted = is_sealed(path)
    except OSError as error:
        raise BackupError(f"{path} cannot be read: {error.strerror}.") from error
    if not is_encrypted:
        with path.open("rb") as file:
            yield file
        return
    if not identities:
        raise BackupError("The backup is encrypted: give --identity FILE with a secret key.")
    with tempfile.TemporaryFile(dir=settings.DATA_DIR) as file:
        opened(path, identities, file)
        yield file


def newest_ends(given: Path | None) -> dict[int, anchor.Head]:
    """The furthest end of each chain that any anchor remembers."""
    ends: dict[int, anchor.Head] = {}
    for path in filter(None, (anchor_path(), given)):
        try:
            found = anchor.read(path)
        except ValueError as error:
            raise BackupError(str(error)) from error
        for site, head in found.items():
            if site not in ends or ends[site].number < head.number:
                ends[site] = head
    return ends


def lost_sites(manifest: Manifest, known: dict[int, anchor.Head]) -> list[int]:
    """Sites whose chain ends earlier in the backup than an anchor remembers."""
    return sorted(
        site
        for site, head in known.items()
        if manifest.heads.get(str(site), [0, ""])[0] < head.number
    )


def prepare_schema(manifest: Manifest) -> None:
    """Bring the empty database to the state of the schema at which the rows were made.

    Raises:
        BackupError: the database is not empty, or the backup comes from a newer version.
    """
    wanted = {(app, name) for app, name in manifest.migrations}
    executor = MigrationExecutor(connection)
    unknown = wanted - executor.loader.disk_migrations.keys()
    if unknown:
        app, name = sorted(unknown)[0]
        raise BackupError(
            f"The backup comes from a newer version, {manifest.version}: it knows the "
            f"migration {app}.{name}. Install that version first."
        )
    applied = set(MigrationRecorder(connection).applied_migrations())
    if applied and (applied != wanted or get_user_model().objects.exists()):
        raise BackupError(
            "The database is not empty. Restore into a new one, then let the site use that one; "
            "docs/operations.md says how."
        )
    if not applied:
        executor.migrate(sorted(ends(executor.loader, wanted)))


def ends(loader: Any, wanted: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The last migrations of each app among those wanted; squashed ones stand for their parts."""
    nodes = loader.graph.node_map
    squashed = {key for key, one in loader.replacements.items() if wanted.issuperset(one.replaces)}
    wanted = (wanted | squashed) & nodes.keys()
    for key in wanted:
        after = {child.key for child in nodes[key].children if child.key[0] == key[0]}
        if not after & wanted:
            yield key


def write_tables(file: IO[bytes], outcome: Restored) -> None:
    """Put all rows in, in one transaction; the database checks its constraints at the end."""
    with lifted(connection), transaction.atomic():
        empty()
        for name, content in members(file):
            if name.startswith(TABLES):
                table = tables.Table(**json.loads(content.readline()))
                outcome.rows += tables.write_rows(table, (json.loads(line) for line in content))
                tables.go_on_from(table)
        connection.check_constraints()


def empty() -> None:
    """Take out the rows that migrations put in."""
    with connection.cursor() as cursor:
        names = [
            name
            for name in connection.introspection.table_names(cursor)
            if name != KEEP and "_fts" not in name  # SQLite's own tables of full texts
        ]
        if connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {tables.quoted(names)} RESTART IDENTITY")
            return
        for name in names:
            cursor.execute(f"DELETE FROM {tables.quoted([name])}")  # noqa: S608 - the database's own names


def write_files(file: IO[bytes], outcome: Restored) -> None:
    """Put the uploaded files where the site looks for them; one that is there is replaced."""
    for name, content in members(file):
        if name.startswith(MEDIA):
            place = name.removeprefix(MEDIA)
            default_storage.delete(place)
            with tempfile.SpooledTemporaryFile(max_size=8 * 1024 * 1024) as copy:
                shutil.copyfileobj(content, copy)
                copy.seek(0)
                stored = default_storage.save(place, File(copy, place))
            if stored != place:
                raise BackupError(f"The file {place} could not be stored under its name.")
            outcome.files += 1


def put_anchor(manifest: Manifest, known: dict[int, anchor.Head]) -> None:
    """Remember the ends of the chains outside the database again, at least as far as known."""
    path = anchor_path()
    if path is None:
        return
    ends = {int(site): anchor.Head(*head) for site, head in manifest.heads.items() if head[0]}
    for site, end in [*ends.items(), *known.items()]:
        anchor.advance(path, site, end)


def user_named(name: str) -> Any:
    """The user of a name among those restored; None where none is named.

    Raises:
        BackupError: there is none of that name.
    """
    if not name:
        return None
    users = get_user_model()
    try:
        return users._default_manager.get_by_natural_key(name)
    except users.DoesNotExist as error:
        raise BackupError(f"Nobody is called {name}; the rest was restored.") from error


def make_anew() -> None:
    """Search indexes and caches, which a backup does not hold."""
    cache.clear()
    spoil()
    call_command("wagtail_update_index", verbosity=0)
    rebuild()
