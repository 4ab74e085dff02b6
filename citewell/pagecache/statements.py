"""What an SQL statement writes: its table and, for an UPDATE, the columns. Pure.

Written for what Django's compilers produce. Whatever is not understood counts as a write to
everything, so a statement by hand never leaves an old page behind.
"""

import re
from dataclasses import dataclass

READS = re.compile(
    r"\s*(?:\(*SELECT|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|PRAGMA|SET|SHOW|EXPLAIN|LOCK|ANALYZE"
    r"|VACUUM|CREATE|DECLARE|FETCH|CLOSE|LISTEN|NOTIFY|UNLISTEN|RESET|START|DISCARD)\b",
    re.IGNORECASE,
)
WITH = re.compile(r"\s*WITH\b", re.IGNORECASE)
A_WRITE = re.compile(r"\b(?:INSERT|UPDATE|DELETE|MERGE)\b", re.IGNORECASE)
WRITES = re.compile(
    r"\s*(?P<verb>INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?"
    r"|DELETE\s+FROM)(?:\s+ONLY)?\s+[\"`]?(?P<table>\w+)[\"`]?(?![\"`\w]|\s*\.)",
    re.IGNORECASE,
)
COLUMN = re.compile(r'"(\w+)" = ')


@dataclass(frozen=True)
class Written:
    """One write; ``table`` is empty where nobody can tell."""

    table: str
    columns: frozenset[str] = frozenset()
    """Of an UPDATE; empty where all may have changed."""
    adds: bool = False
    """Whether it only adds rows."""


UNKNOWN = Written("")


def written(sql: str) -> Written | None:
    """What a statement writes, None where it only reads."""
    if READS.match(sql):
        return None
    if WITH.match(sql):
        return UNKNOWN if A_WRITE.search(sql) else None
    found = WRITES.match(sql)
    if found is None:
        return UNKNOWN
    verb = found["verb"].upper()
    if verb.startswith("UPDATE"):
        assigned = sql[found.end() :].split(" WHERE ", 1)[0]
        return Written(found["table"], frozenset(COLUMN.findall(assigned)))
    replaces = verb.startswith("REPLACE") or "REPLACE" in verb or " DO UPDATE" in sql
    return Written(found["table"], adds=verb.startswith("INSERT") and not replaces)
