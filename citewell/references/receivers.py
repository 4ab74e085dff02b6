"""What the library listens to: pages and drafts saved, pages written in bulk, sources saved."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Page

from citewell.pages.signals import pages_written
from citewell.references.source import Source
from citewell.references.usage import refresh
from citewell.references.watching.judging import judge


def connect() -> None:
    """Begin to listen."""
    post_save.connect(_saved, dispatch_uid="citewell_references_saved")
    post_save.connect(_source_saved, sender=Source, dispatch_uid="citewell_references_judged")
    pages_written.connect(_written, dispatch_uid="citewell_references_written")


def _saved(sender: type, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    # Saving a draft ends with writing `latest_revision` to the page, in the same transaction.
    if issubclass(sender, Page) and not raw:
        refresh([instance.pk])


def _source_saved(sender: type, instance: Source, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        judge([instance])


def _written(sender: type, page_ids: list[int], **kwargs: Any) -> None:
    for start in range(0, len(page_ids), 200):
        refresh(page_ids[start : start + 200])
