"""Differences for a template: sections with headings, long unchanged stretches folded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from citewell.references.models import Source
from citewell.review.canonical import ClinicalText
from citewell.review.differences import Change, Kind, Span, differences, spans

CONTEXT = 1
"""Unchanged lines that stay open beside a change."""

NOTES = {
    Kind.CHANGED: _("Changed"),
    Kind.INSERTED: _("Added"),
    Kind.REMOVED: _("Removed"),
    Kind.MOVED_AWAY: _("Moved away from here"),
    Kind.MOVED_HERE: _("Moved to here"),
    Kind.REGROUPED: _("Grouped differently"),
}


@dataclass(frozen=True)
class Row:
    """A line to show: ``note`` says what became of it, empty where nothing did."""

    kind: str
    note: Any
    style: str
    spans: Sequence[Span]


@dataclass
class Entry:
    """Lines that stand open, or a stretch of unchanged ones that is folded."""

    rows: list[Row]
    is_folded: bool = False


@dataclass
class Section:
    """Lines under one heading."""

    heading: str
    entries: list[Entry] = field(default_factory=list)
    is_changed: bool = False


def shown_differences(old: ClinicalText, new: ClinicalText) -> list[Section]:
    """What is different, in the new content's order; sections without a change folded."""
    return _sections(new.type, differences(old.content, new.content))


def shown_content(text: ClinicalText) -> list[Section]:
    """The whole content, nothing folded: what somebody reads who signs a page first."""
    sections = _sections(text.type, differences(text.content, text.content))
    for section in sections:
        for entry in section.entries:
            entry.is_folded = False
    return sections


def _sections(model: str, changes: list[Change]) -> list[Section]:
    labels = source_labels(changes)
    found = []
    for heading, group in groupby(changes, key=lambda change: _heading(model, change)):
        lines = list(group)
        rows = [_row(change, labels) for change in lines if change.shown.kind != "empty"]
        if not rows:
            continue
        is_changed = any(row.note for row in rows)
        found.append(Section(heading, _folded(rows), is_changed))
    return found


def _folded(rows: Sequence[Row]) -> list[Entry]:
    """Stretches of unchanged lines folded, except the ones beside a change."""
    changed = [place for place, row in enumerate(rows) if row.note]
    near = {place + step for place in changed for step in range(-CONTEXT, CONTEXT + 1)}
    numbered = enumerate(rows)
    return [
        Entry([row for _place, row in group], is_folded=not is_open)
        for is_open, group in groupby(numbered, key=lambda pair: pair[0] in near)
    ]


def _row(change: Change, labels: Mapping[str, str]) -> Row:
    line = change.shown
    found = spans(change)
    if change.kind in (Kind.MOVED_AWAY, Kind.REMOVED):
        found = [Span(Kind.REMOVED, span.text, span.role) for span in found]
    elif change.kind == Kind.MOVED_HERE:
        found = [Span(Kind.SAME, span.text, span.role) for span in found]
    shown = [Span(span.kind, labels.get(span.text, span.text), span.role) for span in found]
    return Row(str(change.kind), NOTES.get(change.kind, ""), line.kind, shown)


def _heading(model: str, change: Change) -> str:
    """The field's label, and the block's where the field has blocks with blocks in them."""
    name, *steps = change.shown.path
    label = field_label(model, name)
    if len(steps) > 1 and steps[0].startswith("block "):
        block = steps[0].removeprefix("block ").replace("_", " ")
        return f"{label}: {block}" if block != label.lower() else label
    return label


def field_label(model: str, name: str) -> str:
    """What editors know a clinical field by; its name where the model is gone."""
    try:
        current: Any = apps.get_model(model)
        for step in name.split("."):
            found = current._meta.get_field(step)
            current = found.related_model
        text = str(getattr(found, "verbose_name", name))
    except (LookupError, FieldDoesNotExist, ValueError):
        text = name.replace("_", " ")
    return text[:1].upper() + text[1:]


def source_labels(changes: Iterable[Change]) -> dict[str, str]:
    """By what lines cite, identity and place in it, title and place; one query."""
    wanted: dict[str, set[str]] = {"doi": set(), "pmid": set(), "isbn": set(), "source": set()}
    cited = {span.text for change in changes for span in spans(change) if span.role == "cite"}
    for text in cited:
        kind, _colon, value = text.partition(" ")[0].partition(":")
        if kind in wanted:
            wanted[kind].add(value)
    if not any(wanted.values()):
        return {}
    keys = [int(key) for key in wanted["source"] if key.isdigit()]
    query = Q(pk__in=keys)
    for name in ("doi", "pmid", "isbn"):
        query |= Q(**{f"{name}__in": wanted[name]})
    labels = {}
    for source in Source.objects.standing().filter(query).only("title", "raw", *wanted_columns()):
        for name in wanted_columns():
            labels[f"{name}:{getattr(source, name)}"] = f"{source} ({name}:{getattr(source, name)})"
        labels[f"source:{source.pk}"] = str(source)
    for text in cited:
        identity, _blank, where = text.partition(" ")
        if where:
            labels[text] = f"{labels.get(identity, identity)}, {where}"
    return labels


def wanted_columns() -> tuple[str, ...]:
    """The columns a source may count by."""
    return ("doi", "pmid", "isbn")
