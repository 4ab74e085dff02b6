"""Condition pages from JSON lines, in bulk and repeatable.

A line is an object with `external_id`, `title`, `also_called` (list), `summary` and
`aspects` (name to text). A page with the same `external_id` below the section is updated.
Rows are written in portions, each in one transaction with its part of the index
(`pages_written`); no revision is made, so an editor's first edit starts the history.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from citewell.pages.signals import pages_written
from conditions.aspects import ORDER
from conditions.models import ConditionIndexPage, ConditionName, ConditionPage

PORTION: Final = 100
LONGEST_SUMMARY: Final = 500


@dataclass
class Imported:
    """What an import did; `faults` says line by line what was left out."""

    created: int = 0
    updated: int = 0
    faults: list[str] = field(default_factory=list)


def import_conditions(
    lines: Iterable[str], parent: ConditionIndexPage, live: bool = False
) -> Imported:
    """Create or update a condition below `parent` for each line; drafts unless `live`."""
    done = Imported()
    rows: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = _row(line)
        except ValueError as fault:
            done.faults.append(f"line {number}: {fault}")
            continue
        rows[row["external_id"]] = row
        if len(rows) == PORTION:
            _write(list(rows.values()), parent, live, done)
            rows = {}
    _write(list(rows.values()), parent, live, done)
    return done


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as fault:
        raise ValueError(f"not JSON ({fault})") from fault
    if not isinstance(row, dict):
        raise ValueError("not an object")
    for key, kind in (("external_id", str), ("title", str), ("summary", str)):
        if not isinstance(row.get(key), kind) or "\0" in row[key]:
            raise ValueError(f"“{key}” is missing or no text")
    if not row["external_id"].strip() or not row["title"].strip():
        raise ValueError("“external_id” and “title” may not be empty")
    names, aspects = row.get("also_called") or [], row.get("aspects") or {}
    if not isinstance(names, list) or not all(isinstance(n, str) for n in names):
        raise ValueError("“also_called” must be a list of names")
    if not isinstance(aspects, dict) or not all(isinstance(t, str) for t in aspects.values()):
        raise ValueError("“aspects” must be an object of texts")
    if unknown := set(aspects) - set(ORDER):
        raise ValueError(f"unknown aspect {sorted(unknown)[0]}")
    return {**row, "also_called": names, "aspects": aspects}


@transaction.atomic
def _write(
    rows: Sequence[dict[str, Any]], parent: ConditionIndexPage, live: bool, done: Imported
) -> None:
    if not rows:
        return
    section = Page.objects.select_for_update().get(pk=parent.pk)
    held = {
        page.external_id: page
        for page in ConditionPage.objects.child_of(section).filter(
            external_id__in=[row["external_id"] for row in rows]
        )
    }
    last = section.get_last_child()
    position = Page._str2int(last.path[-Page.steplen :]) if last else 0
    slugs = set(section.get_children().values_list("slug", flat=True))
    now = timezone.now()
    written: list[ConditionPage] = []
    new: list[ConditionPage] = []
    for row in rows:
        page = held.get(row["external_id"])
        if page is None:
            position += 1
            page = ConditionPage(
                external_id=row["external_id"],
                slug=_slug(row, slugs),
                path=Page._get_path(section.path, section.depth + 1, position),
                depth=section.depth + 1,
                locale_id=section.locale_id,
                live=live,
                has_unpublished_changes=not live,
                first_published_at=now if live else None,
                last_published_at=now if live else None,
            )
            page.set_url_path(section)
            new.append(page)
        page.title = page.draft_title = row["title"].strip()[:255]
        page.summary = row["summary"].strip()[:LONGEST_SUMMARY]
        page.aspects = json.dumps(_stream(row["aspects"]))
        written.append(page)
    _insert(new)
    for page in written:
        if page.external_id in held:
            # `raw` writes the condition's own table alone.
            Page.objects.filter(pk=page.pk).update(title=page.title, draft_title=page.title)
            page.save_base(raw=True)
    _write_names(rows, written)
    # Counted anew: treebeard believes `numchild` and sees no children where it is 0.
    children = Page.objects.filter(path__startswith=section.path, depth=section.depth + 1)
    Page.objects.filter(pk=section.pk).update(numchild=children.count())
    done.created += len(new)
    done.updated += len(written) - len(new)
    pages_written.send(sender=ConditionPage, page_ids=[page.pk for page in written])


def _insert(pages: list[ConditionPage]) -> None:
    """Rows of the page table at once, then those of the condition table."""
    columns = [f.attname for f in Page._meta.concrete_fields if not f.primary_key]
    bases = [Page(**{name: getattr(page, name) for name in columns}) for page in pages]
    for base, page in zip(Page.objects.bulk_create(bases), pages, strict=True):
        page.pk = page.page_ptr_id = page.id = base.pk
    for page in pages:
        page.save_base(raw=True, force_insert=True)


def _write_names(rows: Sequence[dict[str, Any]], pages: Sequence[ConditionPage]) -> None:
    ConditionName.objects.filter(page__in=pages).delete()
    ConditionName.objects.bulk_create(
        [
            ConditionName(page=page, name=name.strip()[:200], sort_order=order)
            for row, page in zip(rows, pages, strict=True)
            for order, name in enumerate(dict.fromkeys(row["also_called"]))
            if name.strip()
        ]
    )


def _slug(row: dict[str, Any], taken: set[str]) -> str:
    base = slugify(row["title"], allow_unicode=True)[:200] or slugify(row["external_id"])
    slug, number = base or "condition", 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug


def _stream(aspects: dict[str, str]) -> list[dict[str, Any]]:
    """Plain text as aspects, a paragraph a line."""
    return [
        {
            "type": name,
            "value": [
                {
                    "type": "rich_text",
                    "value": "".join(f"<p>{escape(part)}</p>" for part in _parts(text)),
                }
            ],
        }
        for name, text in aspects.items()
        if text.strip()
    ]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.splitlines() if part.strip()]
