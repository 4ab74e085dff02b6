"""Load the Retraction Watch file: again and again, each time with what is new in it."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from itertools import islice
from typing import Any

from django.db import transaction

from citewell.references.notices.reading import Faults, Record, read_records
from citewell.references.statistics import renew_statistics
from citewell.references.watching.judging import judge_all
from citewell.references.watching.model import NoticeRecord
from citewell.references.watching.telling import tell_owners

_AT_ONCE = 2000
COLUMNS = [column.name for column in fields(Record) if column.name != "key"]


@dataclass
class Loaded:
    """What a file brought.

    Attributes:
        records: the records it holds.
        new: those that were not known.
        changed: those that say something else than before; what they said is kept.
        repeated: rows that give a number a second time; where they say something else, they
            are kept beside the first.
        gone: records known from before that it does not hold; they are kept.
        faults: what it lacked, counted.
        retracted: sources of the library that are retracted since.
        lifted: sources that are no longer.
        other: sources whose notices changed otherwise.
        mails: messages sent to owners of pages.
    """

    records: int = 0
    new: int = 0
    changed: int = 0
    repeated: int = 0
    gone: int = 0
    faults: Faults = field(default_factory=Faults)
    retracted: list[str] = field(default_factory=list)
    lifted: list[str] = field(default_factory=list)
    other: int = 0
    mails: int = 0


def load(lines: Iterable[bytes]) -> Loaded:
    """Load the file, judge all sources, tell the owners of pages.

    Written in parts: a run that broke off is simply run again.

    Args:
        lines: the file, open for reading bytes.

    Raises:
        Refused: it is not the Retraction Watch file; nothing was written.
    """
    loaded = Loaded()
    known = NoticeRecord.objects.count()
    seen: dict[str, set[int]] = {}
    unique = _once(read_records(lines, loaded.faults), seen, loaded)
    while part := list(islice(unique, _AT_ONCE)):
        _write(part, loaded)
    loaded.gone = max(0, known + loaded.new - loaded.records)
    if loaded.new > _AT_ONCE:
        renew_statistics()
    for change in judge_all():
        if change.is_retracted != change.was_retracted:
            (loaded.retracted if change.is_retracted else loaded.lifted).append(str(change.source))
        else:
            loaded.other += 1
    loaded.mails = tell_owners()
    return loaded


def _once(records: Iterator[Record], seen: dict[str, set[int]], loaded: Loaded) -> Iterator[Record]:
    """Each record once; a second one of the same number that differs gets one of its own."""
    for record in records:
        before = seen.setdefault(record.key, set())
        content = hash(record)
        if content in before:
            loaded.repeated += 1
            continue
        before.add(content)
        loaded.records += 1
        if len(before) > 1:
            loaded.repeated += 1
            record = Record(
                **{
                    **{name: getattr(record, name) for name in COLUMNS},
                    "key": f"{record.key[:30]}/{len(before)}",
                }
            )
        yield record


@transaction.atomic
def _write(records: list[Record], loaded: Loaded) -> None:
    stored = NoticeRecord.objects.in_bulk([each.key for each in records], field_name="key")
    new, changed = [], []
    for record in records:
        values = {name: getattr(record, name) for name in COLUMNS}
        before = stored.get(record.key)
        if before is None:
            new.append(NoticeRecord(key=record.key, **values))
            continue
        said = {name: getattr(before, name) for name in COLUMNS}
        if said == values:
            continue
        before.earlier = [*before.earlier, _as_json(said, values)]
        for name, value in values.items():
            setattr(before, name, value)
        changed.append(before)
    NoticeRecord.objects.bulk_create(new, batch_size=_AT_ONCE)
    NoticeRecord.objects.bulk_update(changed, [*COLUMNS, "earlier"], batch_size=50)
    loaded.new += len(new)
    loaded.changed += len(changed)


def _as_json(said: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """What a record said where it says something else now, and until when."""
    kept = {name: value for name, value in said.items() if value != values[name]}
    texts = {n: v.isoformat() if isinstance(v, date) else v for n, v in kept.items()}
    return {**texts, "until": date.today().isoformat()}


def as_report(loaded: Loaded) -> dict[str, Any]:
    """The same as a JSON object."""
    return asdict(loaded)
