"""What the search room listens to: pages saved, published, moved, deleted, restricted.

`post_save` is the one that lies inside the transaction of every way to publish. It shows
the page as it is being saved, children included, unless only some columns are written
(saving a draft does that with draft content in memory): then the database is read.
"""

from collections.abc import Iterable
from typing import Any, Final

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from citewell.pages.signals import pages_written
from search import indexing, judging
from search.guidance import PatientWording
from search.judged import JudgedQuery
from search.learning.models import UnansweredWords

# Columns that say nothing about what readers see.
_SILENT: Final = frozenset(
    {
        "latest_revision",
        "latest_revision_created_at",
        "draft_title",
        "has_unpublished_changes",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
    }
)


def connect() -> None:
    """Begin to listen."""
    post_save.connect(_saved, dispatch_uid="search_saved")
    post_delete.connect(_deleted, dispatch_uid="search_deleted")
    page_published.connect(_published, dispatch_uid="search_published")
    page_unpublished.connect(_unpublished, dispatch_uid="search_unpublished")
    post_page_move.connect(_moved, dispatch_uid="search_moved")
    page_slug_changed.connect(_renamed, dispatch_uid="search_renamed")
    pages_written.connect(_written, dispatch_uid="search_written")


def _saved(
    sender: type,
    instance: Any,
    raw: bool = False,
    update_fields: Iterable[str] | None = None,
    **kwargs: Any,
) -> None:
    if issubclass(sender, PageViewRestriction):
        _below(instance.page)
    if issubclass(sender, PatientWording):
        indexing.refresh([instance.page_id])
        # Answered now; `words` of both are folded alike only if the editor kept them.
        UnansweredWords.objects.filter(words=instance.words).delete()
    if issubclass(sender, PatientWording | JudgedQuery):
        judging.after_change()
    if not issubclass(sender, Page) or raw:
        return
    if update_fields is not None and _SILENT.issuperset(update_fields):
        return
    judging.after_change()
    if not instance.live:
        indexing.forget([instance.pk])
    elif update_fields is None and sender is instance.specific_class:
        indexing.refresh_page(instance)
    else:
        indexing.refresh([instance.pk])


def _deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    if issubclass(sender, PageViewRestriction):
        _below(instance.page)
    elif issubclass(sender, PatientWording):
        indexing.refresh([instance.page_id])
    elif issubclass(sender, Page):
        indexing.forget([instance.pk])
        judging.after_change()


def _published(sender: type, instance: Page, **kwargs: Any) -> None:
    indexing.refresh([instance.pk])
    judging.after_change()


def _unpublished(sender: type, instance: Page, **kwargs: Any) -> None:
    indexing.forget([instance.pk])


def _moved(sender: type, instance: Page, **kwargs: Any) -> None:
    _below(instance)


def _renamed(sender: type, instance: Page, **kwargs: Any) -> None:
    _below(instance)


def _written(sender: type, page_ids: list[int], **kwargs: Any) -> None:
    indexing.refresh(page_ids)
    judging.after_change()


def _below(page: Page) -> None:
    """Refresh a page and all below it: their addresses or their readers changed."""
    below = Page.objects.filter(path__startswith=page.path)
    indexing.refresh(list(below.values_list("pk", flat=True)))
