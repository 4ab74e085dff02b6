"""Rows as JSON lines, the same from SQLite and PostgreSQL, so that either can restore them.

The first line of a table names it, its columns with their kinds, the columns that hold names
of uploaded files, and the highest key it ever gave: a key is never given twice, as the chain
of sign-offs knows pages by their keys.
"""

import base64
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, models
from wagtail.images.models import AbstractRendition

from search import models as search_models

CHUNK = 1000
KINDS = {
    "AutoField": "number", "BigAutoField": "number", "SmallAutoField": "number",
    "IntegerField": "number", "BigIntegerField": "number", "SmallIntegerField": "number",
    "PositiveIntegerField": "number", "PositiveBigIntegerField": "number",
    "PositiveSmallIntegerField": "number", "FloatField": "number", "BooleanField": "truth",
    "CharField": "text", "TextField": "text", "SlugField": "text", "FilePathField": "text",
    "FileField": "text", "ImageField": "text", "URLField": "text", "EmailField": "text",
    "GenericIPAddressField": "text", "DecimalField": "decimal", "DateTimeField": "instant",
    "DateField": "day", "TimeField": "clock", "DurationField": "duration", "UUIDField": "uuid",
    "JSONField": "json", "BinaryField": "bytes",
}  # fmt: skip


@dataclass
class Table:
    """One table: its name, columns as ``[name, kind]``, columns of files, the highest key given."""

    name: str
    columns: list[list[str]]
    files: list[str] = field(default_factory=list)
    highest: int = 0

    def header(self) -> bytes:
        """The first line."""
        return json.dumps(asdict(self)).encode() + b"\n"


def derived_models() -> set[type[models.Model]]:
    """Models whose rows are made anew after a restore, or end with it as sessions do."""
    rebuilt = {
        getattr(search_models, name)
        for name in dir(search_models)
        if name.startswith("Search") and hasattr(getattr(search_models, name), "_meta")
    }
    index = {model for model in apps.get_models() if model._meta.app_label == "wagtailsearch"}
    return rebuilt | index | {Session}


def kept_models() -> list[type[models.Model]]:
    """Every model whose rows a backup holds."""
    found = apps.get_models(include_auto_created=True)
    derived = derived_models()
    return [m for m in found if m._meta.managed and not m._meta.proxy and m not in derived]


def kind_of(column: Any) -> str:
    """The kind of a model's column; that of a foreign key is the kind of what it points to."""
    while column.remote_field and not isinstance(column, models.ManyToManyField):
        column = column.target_field
    return KINDS[column.get_internal_type()]


def table_of(model: type[models.Model]) -> Table:
    """A model's own table."""
    columns: Any = model._meta.local_concrete_fields
    needed: Any = [] if issubclass(model, AbstractRendition) else columns
    return Table(
        model._meta.db_table,
        [[column.column, kind_of(column)] for column in columns],
        [str(column.column) for column in needed if isinstance(column, models.FileField)],
        highest(model._meta.db_table),
    )


def quoted(names: Iterable[str]) -> str:
    """Names for a statement, with commas."""
    return ", ".join(connection.ops.quote_name(name) for name in names)


def read_rows(table: Table) -> Iterator[list[Any]]:
    """The rows as JSON can hold them, a portion in memory at a time."""
    kinds = [kind for _name, kind in table.columns]
    columns = quoted(name for name, _kind in table.columns)
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {quoted([table.name])} ORDER BY 1")  # noqa: S608
        while rows := cursor.fetchmany(CHUNK):
            for row in rows:
                yield [written(kind, value) for kind, value in zip(kinds, row, strict=True)]


def written(kind: str, value: Any) -> Any:
    """A value of either database as JSON holds it."""
    if value is None:
        return None
    match kind:
        case "truth":
            return bool(value)
        case "instant":
            moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
            return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC).isoformat()
        case "day" | "clock":
            return value if isinstance(value, str) else value.isoformat()
        case "decimal" | "text":
            return str(value)
        case "uuid":
            return UUID(str(value)).hex
        case "json":
            return value if isinstance(value, str) else json.dumps(value)
        case "bytes":
            return base64.b64encode(bytes(value)).decode()
        case "duration":
            return value if isinstance(value, int) else value // timedelta(microseconds=1)
    return value


def read_back(kind: str, value: Any) -> Any:
    """What :func:`written` made, as the database in use takes it."""
    if value is None:
        return None
    operations = connection.ops
    match kind:
        case "instant":
            return operations.adapt_datetimefield_value(datetime.fromisoformat(value))
        case "day":
            return operations.adapt_datefield_value(date.fromisoformat(value))
        case "clock":
            return operations.adapt_timefield_value(time.fromisoformat(value))
        case "decimal":
            return operations.adapt_decimalfield_value(Decimal(value))
        case "bytes":
            return base64.b64decode(value)
        case "duration" if connection.vendor == "postgresql":
            return timedelta(microseconds=value)
    return value


def write_rows(table: Table, rows: Iterator[Sequence[Any]]) -> int:
    """Put rows of a backup into a table; how many."""
    kinds = [kind for _name, kind in table.columns]
    place = f"{quoted([table.name])} ({quoted(name for name, _kind in table.columns)})"
    adapted = (
        [read_back(kind, value) for kind, value in zip(kinds, row, strict=True)] for row in rows
    )
    count = 0
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {place} FROM STDIN") as copy:
                for count, row in enumerate(adapted, 1):  # noqa: B007
                    copy.write_row(row)
            return count
        statement = f"INSERT INTO {place} VALUES ({', '.join(['%s'] * len(kinds))})"  # noqa: S608
        while portion := list(islice(adapted, CHUNK)):
            cursor.executemany(statement, portion)
            count += len(portion)
    return count


def highest(name: str) -> int:
    """The highest key that a table ever gave by itself; 0 where it gives none."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [name])
            return int((cursor.fetchone() or [0])[0])
        for sequence in connection.introspection.get_sequences(cursor, name):
            cursor.execute(f"SELECT last_value, is_called FROM {quoted([sequence['name']])}")  # noqa: S608
            last, is_called = cursor.fetchone()
            return int(last) if is_called else 0
    return 0


def go_on_from(table: Table) -> None:
    """Have a table give keys above the highest that it ever gave."""
    if not table.highest:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table.name])
            cursor.execute(
                "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)",
                [table.name, table.highest],
            )
            return
        for sequence in connection.introspection.get_sequences(cursor, table.name):
            cursor.execute("SELECT setval(%s, %s)", [quoted([sequence["name"]]), table.highest])
