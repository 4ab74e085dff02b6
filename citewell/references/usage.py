"""Keeps the tables of usages and claims: what pages name, live and in their latest draft.

Wagtail's reference index sees a page's row alone, so a source taken into the draft of a
live page would look unused. Here both are read as stored JSON, along the definitions of
the blocks, without making a single block value.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q
from wagtail.blocks import ChooserBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from citewell.references.citing.claims import claims_in
from citewell.references.citing.marks import marks_in
from citewell.references.citing.stored import leaves, streams_of, texts
from citewell.references.claim_model import Claim
from citewell.references.source import Source
from citewell.references.usage_model import SourceUsage

Extractor = Callable[[Any, Any], Iterable[int]]
"""Takes a block definition and its stored value; gives the primary keys of sources named."""


Stored = tuple[int, str, StreamField, list[dict[str, Any]]]
"""Key of a page, "live" or "draft", a stream field and what it stores."""


def chosen_source(block: Any, value: Any) -> Iterator[int]:
    """A chooser of sources stores the primary key."""
    if isinstance(block, ChooserBlock) and block.target_model is Source and isinstance(value, int):
        yield value


def cited_in_text(block: Any, value: Any) -> Iterator[int]:
    """Rich text cites sources with marks."""
    if isinstance(block, RichTextBlock) and isinstance(value, str):
        yield from (mark.source for mark in marks_in(value))


#: Another part of the room that stores sources in its own way adds its reader here.
EXTRACTORS: list[Extractor] = [chosen_source, cited_in_text]


def sources_in(block: Any, value: Any, place: str) -> Iterator[tuple[str, int]]:
    """Place and primary key of every source in a stored value, along its block's definition."""
    for leaf, stored, where in leaves(block, value, place):
        for extract in EXTRACTORS:
            yield from ((where, pk) for pk in extract(leaf, stored))


def refresh(page_ids: Iterable[int]) -> int:
    """Read these pages anew and write what they name and claim; the number of usages.

    Runs in the transaction of whoever saves the page.
    """
    ids = list(page_ids)
    with transaction.atomic():
        read = list(_read(ids))
        found = {
            (page, version, place, pk)
            for page, version, field, stored in read
            for place, pk in sources_in(field.stream_block, stored, field.name)
        }
        standing = _standing({pk for _page, _version, _place, pk in found})
        SourceUsage.objects.filter(page_id__in=ids).delete()
        usages = {
            (page, version, place[:255], standing[pk])
            for page, version, place, pk in found
            if pk in standing
        }
        SourceUsage.objects.bulk_create(
            [
                SourceUsage(page_id=page, version=version, place=place, source_id=pk)
                for page, version, place, pk in sorted(usages)
            ],
            batch_size=500,
        )
        _write_claims(ids, read, standing)
    return len(usages)


def _write_claims(ids: list[int], read: list[Stored], standing: Mapping[int, int]) -> None:
    """The claims of these pages; one that is the same in the draft stands once, as live."""
    rows: dict[tuple[int, str, str, str], tuple[str, list[int]]] = {}
    for page, version, field, stored in read:
        for place, text in texts(field.stream_block, stored, field.name):
            for claim in claims_in(text):
                keys = [standing[pk] for pk in claim.sources if pk in standing]
                key = (page, place[:255], claim.text, claim.certainty)
                rows.setdefault(key, (version, list(dict.fromkeys(keys))))
    Claim.objects.filter(page_id__in=ids).delete()
    if not rows:
        return
    claims = Claim.objects.bulk_create(
        [
            Claim(page_id=page, version=version, place=place, text=text, certainty=certainty)
            for (page, place, text, certainty), (version, _keys) in rows.items()
        ],
        batch_size=500,
    )
    through = Claim.sources.through
    through.objects.bulk_create(
        [
            through(claim_id=claim.pk, source_id=key)
            for claim, (_version, keys) in zip(claims, rows.values(), strict=True)
            for key in keys
        ],
        batch_size=500,
    )


def _read(ids: list[int]) -> Iterator[Stored]:
    """Page, version, field and stored value of every stream of these pages, live rows first."""
    pages = list(Page.objects.filter(pk__in=ids).select_related("content_type"))
    by_model: dict[type[Page], list[Page]] = {}
    for page in pages:
        if (model := page.specific_class) and streams_of(model):
            by_model.setdefault(model, []).append(page)
    for model, its_pages in by_model.items():
        names = [field.name for field in streams_of(model)]
        rows = model.objects.filter(pk__in=[page.pk for page in its_pages])
        live = {page.pk: page.live for page in its_pages}
        for pk, *values in rows.values_list("pk", *names):
            version = "live" if live[pk] else "draft"
            for field, value in zip(streams_of(model), values, strict=True):
                yield pk, version, field, [child for child in value.raw_data if child]
    models = {page.pk: page.specific_class for page in pages}
    latest = [page.latest_revision_id for page in pages if page.latest_revision_id]
    wanted = Q(pk__in=latest) | Q(approved_go_live_at__isnull=False)
    drafts = Revision.page_revisions.filter(wanted, object_id__in=[str(pk) for pk in models])
    for object_id, content in drafts.values_list("object_id", "content"):
        for field in streams_of(models[int(object_id)] or Page):
            yield int(object_id), "draft", field, _parsed(field, content.get(field.name))


def _parsed(field: StreamField, text: Any) -> list[dict[str, Any]]:
    value = field.to_python(text or "[]")
    return [child for child in value.raw_data if child]


def _standing(ids: set[int]) -> dict[int, int]:
    """By primary key the source that stands for it; what was deleted is left out."""
    found: dict[int, int] = {}
    for source in Source.objects.filter(pk__in=ids).select_related("merged_into"):
        found[source.pk] = source.standing.pk
    return found


def rebuild() -> tuple[int, int]:
    """Read all pages anew; the numbers of pages and usages."""
    ids = list(Page.objects.values_list("pk", flat=True).order_by("pk"))
    with transaction.atomic():
        SourceUsage.objects.all().delete()
        usages = sum(refresh(ids[start : start + 200]) for start in range(0, len(ids), 200))
    return len(ids), usages
