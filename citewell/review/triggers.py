"""Triggers that refuse to change or delete what was signed, on SQLite and PostgreSQL.

They stop mistakes and programs. Whoever may change the schema can lift them; that and what
was done meanwhile is what ``verify_signoffs`` finds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

TABLES = {
    "citewell_review_signoff": "id",
    "citewell_review_signedcontent": "hash",
}
"""Append-only tables and their keys."""
MESSAGE = "What was signed can be neither changed nor deleted."

FUNCTION = f"""
CREATE OR REPLACE FUNCTION citewell_review_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '{MESSAGE}'; END;
$$ LANGUAGE plpgsql
"""


def names(vendor: str) -> list[tuple[str, str]]:
    """Table and name of every trigger of a kind of database."""
    actions = ("update", "delete", "replace" if vendor == "sqlite" else "truncate")
    return [(table, f"{table}_no_{action}") for table in TABLES for action in actions]


def statement(vendor: str, table: str, name: str) -> str:
    """The statement that makes a trigger."""
    action = name.rsplit("_", 1)[1]
    if vendor == "sqlite":
        key = TABLES[table]
        event = "INSERT" if action == "replace" else action.upper()
        # INSERT OR REPLACE deletes a row without asking the trigger on deletion.
        when = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608
        return (
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
            f"{when if action == 'replace' else ''} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        )
    each = "STATEMENT" if action == "truncate" else "ROW"
    return (
        f"CREATE TRIGGER {name} BEFORE {action.upper()} ON {table} "
        f"FOR EACH {each} EXECUTE FUNCTION citewell_review_refuse()"
    )


def install(connection: Any) -> None:
    """Make every trigger that is not there; safe to run again."""
    absent = missing(connection)
    with connection.cursor() as cursor:
        if absent and connection.vendor == "postgresql":
            cursor.execute(FUNCTION)
        for table, name in absent:
            cursor.execute(statement(connection.vendor, table, name))


def remove(connection: Any) -> None:
    """Lift every trigger."""
    with connection.cursor() as cursor:
        for table, name in names(connection.vendor):
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def missing(connection: Any) -> list[tuple[str, str]]:
    """Table and name of each trigger that is not there, or does not act."""
    ask = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A') AND NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(ask)
        found = {row[0] for row in cursor.fetchall()}
    return [(table, name) for table, name in names(connection.vendor) if name not in found]


@contextmanager
def lifted(connection: Any) -> Iterator[None]:
    """No triggers inside: for tests that tamper, or that empty the database."""
    remove(connection)
    try:
        yield
    finally:
        install(connection)
