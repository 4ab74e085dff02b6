"""Watches what this process writes to the database, and spoils cached pages by it.

Every statement passes here, so bulk updates, ``bulk_create``, moves in the tree, rows of
many-to-many fields and SQL by hand spoil pages as a saved form does, without anybody
remembering to say so. Pages are spoilt twice: at once, for who reads within the same
transaction, and after the commit, which is what counts for all others.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from citewell.pagecache.declaring import Declaration, by_table
from citewell.pagecache.statements import Written, written
from citewell.pagecache.store import current_store


@cache
def tables() -> dict[str, Declaration]:
    """What each table's model declares; read when the first statement comes."""
    return by_table()


def spoils(write: Written) -> bool:
    """Whether cached pages may show what was written."""
    declared = tables().get(write.table)
    if declared is None:
        return True
    if not declared.spoils or (write.adds and not declared.when_added):
        return False
    return not write.columns or not write.columns <= declared.unseen


def spoil(connection: BaseDatabaseWrapper | None = None) -> None:
    """Make every cached page stale: now, and again when the transaction is committed."""
    store = current_store()
    if connection is None or not connection.in_atomic_block:
        store.renew()
        return
    if store.was_read:
        store.renew()
    if not _will_be_spoilt(connection):
        transaction.on_commit(store.renew, using=connection.alias)


def _will_be_spoilt(connection: Any) -> bool:
    """Whether an earlier write of this transaction spoils after the commit already.

    Its entry is dropped if one of its savepoints is rolled back; only one that stands
    within the same savepoints, or fewer, will be there whenever the present write is.
    """
    if not connection.run_on_commit:
        return False
    savepoints, function, _robust = connection.run_on_commit[-1]
    renew = current_store().renew
    return bool(function == renew and savepoints <= set(connection.savepoint_ids))


def watch(
    execute: Callable[..., Any], sql: Any, parameters: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Django's wrapper of each statement: carries it out, then looks what it wrote."""
    result = execute(sql, parameters, many, context)
    write = written(sql if isinstance(sql, str) else str(sql))
    if write is not None and spoils(write):
        spoil(context["connection"])
    return result


def watch_connection(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Look at every statement of a new connection."""
    if watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(watch)


def connect() -> None:
    """Look at all connections that will be made."""
    connection_created.connect(watch_connection, dispatch_uid="pagecache-watch")
