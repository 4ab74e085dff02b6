"""Keeps the passages of pages, drafts and snippets in the index, whoever writes them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from wagtail.fields import RichTextField
from wagtail.models import Page, Revision
from wagtail.rich_text import RichText
from wagtail.snippets.models import get_snippet_models

from citewell.blocks.addresses import AddressBlock
from citewell.blocks.walking import places
from citewell.pages.signals import pages_written
from citewell.text.html import html_to_text
from citewell.wording.advertising import Passage
from citewell.wording.models import (
    AdvertisingRule,
    Dismissal,
    IndexedPassage,
    IndexedUpTo,
    StalePassages,
)
from citewell.wording.passages import passages_of
from citewell.wording.querying import fold

NOT_SEARCHED: tuple[type[models.Model], ...] = (AdvertisingRule, Dismissal)
"""Snippets that say nothing to readers."""
LINK = re.compile(r"""href=["']([^"']+)["']""")
MANY = 500


def rows_of_page(page: Any) -> list[IndexedPassage]:
    """The rows of a page: what is live, and its draft where that is another."""
    versions = []
    if page.live:
        versions.append((IndexedPassage.Version.LIVE, page))
    if page.latest_revision_id and (page.has_unpublished_changes or not page.live):
        versions.append((IndexedPassage.Version.DRAFT, page.get_latest_revision_as_object()))
    elif not page.live:
        versions.append((IndexedPassage.Version.DRAFT, page))
    return [
        row_of(page, passage, version, page_id=page.pk)
        for version, shown in versions
        for passage in [*passages_of(shown), *links_of(shown)]
    ]


def links_of(page: Page) -> Iterator[Passage]:
    """Addresses that links and buttons of a page lead to."""
    for place in places(page):
        if isinstance(place.value, RichText):
            for address in LINK.findall(place.value.source):
                yield Passage(unescape(address), place.field, place.block_id)
        elif isinstance(place.block, AddressBlock) and place.value:
            yield Passage(str(place.value), place.field, place.block_id)


def rows_of_snippet(snippet: Any) -> list[IndexedPassage]:
    """The rows of a snippet: its text fields."""
    rows = []
    for field in snippet._meta.concrete_fields:
        if type(field) not in (models.CharField, models.TextField, RichTextField, models.URLField):
            continue
        text = str(getattr(snippet, field.name) or "")
        if field.choices or not field.editable or not text.strip():
            continue
        text = html_to_text(text) if isinstance(field, RichTextField) else text
        rows.append(row_of(snippet, Passage(text, field.name), IndexedPassage.Version.SNIPPET))
    return rows


def row_of(obj: Any, passage: Passage, version: str, page_id: int | None = None) -> IndexedPassage:
    """One passage as a row."""
    return IndexedPassage(
        model=obj._meta.label_lower,
        key=str(obj.pk),
        page_id=page_id,
        locale_id=getattr(obj, "locale_id", None),
        title=str(obj)[:255],
        version=version,
        field=passage.field,
        block_id=passage.block_id,
        text=passage.text,
        folded=fold(passage.text),
    )


@cache
def searched_snippets() -> tuple[type[models.Model], ...]:
    """The snippet models whose texts are searched."""
    return tuple(model for model in get_snippet_models() if model not in NOT_SEARCHED)


def write(snippet: Any) -> None:
    """Write the rows of a snippet anew."""
    with transaction.atomic():
        forget(snippet._meta.label_lower, snippet.pk)
        IndexedPassage.objects.bulk_create(rows_of_snippet(snippet), batch_size=MANY)


def forget(model: str, key: Any) -> None:
    """Take the rows of an object out."""
    IndexedPassage.objects.filter(model=model, key=str(key)).delete()


def write_pages(keys: Iterable[int]) -> int:
    """Write the rows of pages anew, some hundred at a time; how many pages."""
    keys = list(keys)
    for start in range(0, len(keys), MANY):
        part = Page.objects.filter(pk__in=keys[start : start + MANY]).specific()
        rows = [row for page in part if isinstance(page, Page) for row in rows_of_page(page)]
        with transaction.atomic():
            IndexedPassage.objects.filter(page__in=keys[start : start + MANY]).delete()
            IndexedPassage.objects.bulk_create(rows, batch_size=MANY)
    return len(keys)


def rebuild() -> int:
    """Build the whole index anew; how many pages and snippets it holds."""
    StalePassages.objects.all().delete()
    IndexedPassage.objects.all().delete()
    pages = Page.objects.filter(depth__gt=1, alias_of=None)
    count = write_pages(pages.values_list("pk", flat=True))
    for model in searched_snippets():
        rows = []
        for snippet in model._default_manager.iterator(chunk_size=MANY):
            rows += rows_of_snippet(snippet)
            count += 1
        IndexedPassage.objects.bulk_create(rows, batch_size=MANY)
    IndexedUpTo.objects.update_or_create(pk=1)
    return count


def catch_up() -> None:
    """Read what changed since the last search; all of it where nobody searched yet."""
    if not IndexedUpTo.objects.exists():
        rebuild()
        return
    keys = list(StalePassages.objects.values_list("pk", flat=True))
    if keys:
        # Taken off first: who saves a page meanwhile notes it again.
        for start in range(0, len(keys), MANY):
            StalePassages.objects.filter(pk__in=keys[start : start + MANY]).delete()
        write_pages(keys)


def note(keys: Iterable[int]) -> None:
    """Remember that pages changed; one query."""
    StalePassages.objects.bulk_create(
        [StalePassages(page_id=key) for key in keys], ignore_conflicts=True, batch_size=MANY
    )


def _saved(sender: type, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    if isinstance(instance, Revision):
        if instance.base_content_type.model_class() is Page:
            note([int(instance.object_id)])
    elif isinstance(instance, Page):
        if instance.alias_of_id is None:
            note([instance.pk])
    elif isinstance(instance, searched_snippets()):
        write(instance)


def _deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, searched_snippets()):
        forget(instance._meta.label_lower, instance.pk)


def _written(sender: type, page_ids: list[int], **kwargs: Any) -> None:
    note(page_ids)


def connect() -> None:
    """Follow pages, drafts and snippets."""
    post_save.connect(_saved, dispatch_uid="wording_index_saved")
    post_delete.connect(_deleted, dispatch_uid="wording_index_deleted")
    pages_written.connect(_written, dispatch_uid="wording_index_written")
