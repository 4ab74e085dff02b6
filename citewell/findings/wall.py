"""The wall: a live page is written only as the guards let it pass, whoever writes it.

Wagtail has no single function that publishes. What its roads share is the model's ``save``
with ``live=True``, so the wall stands there, as a receiver of ``pre_save``: it also sees the
rows that are saved as plain ``Page``, as a move does. Publishing and scheduling a revision
are one action; it is asked before it writes anything and runs in one transaction, so that a
refusal leaves the live version and the approved schedule as they were.

Nothing in Python sees ``QuerySet.update``, ``bulk_create``, ``loaddata`` and SQL.
"""

from collections.abc import Iterable
from functools import wraps
from typing import Any

from django.db import transaction
from django.db.models.signals import pre_save
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Page
from wagtail.signals import pre_page_move

from citewell.findings.gate import GUARDS, require

CLINICAL = {"title", "live", "path", "alias_of", "locale", "content_type"}
"""Columns of Wagtail's page that say what is live, where, in which language."""

SILENT = {field.name for field in Page._meta.concrete_fields} - CLINICAL
"""Columns that may be written alone without asking: dates, locks, addresses, counts."""


def connect() -> None:
    """Begin to guard."""
    pre_save.connect(_before_save, dispatch_uid="findings_wall_save")
    pre_page_move.connect(_before_move, dispatch_uid="findings_wall_move")
    guard_action()


def _before_save(
    sender: type,
    instance: Any,
    raw: bool = False,
    update_fields: Iterable[str] | None = None,
    **kwargs: Any,
) -> None:
    if raw or not GUARDS or not issubclass(sender, Page) or not instance.live:
        return
    if update_fields is not None and SILENT.issuperset(update_fields):
        return
    require(as_saved(instance))


def as_saved(page: Any) -> Any:
    """The specific page as it will be after ``page``, perhaps its plain row, is saved."""
    model = page.specific_class
    if model is None or isinstance(page, model):
        return page
    specific = model._base_manager.get(pk=page.pk)
    for field in Page._meta.concrete_fields:
        setattr(specific, field.attname, getattr(page, field.attname))
    return specific


def below(parent: Page, page: Page, old_parent: Page) -> Any:
    """A specific page placed below another parent, in memory only."""
    specific = page.specific_class._base_manager.get(pk=page.pk)
    specific.path = parent.path + page.path[len(old_parent.path) :]
    return specific


def copy_below(parent: Page, page: Page, *, alias: bool) -> Any:
    """A specific page as its copy or alias below a parent will be, in memory only."""
    copy = page.specific_class._base_manager.get(pk=page.pk)
    copy.path = parent.path + page.path[-Page.steplen :]
    copy.pk = copy.id = None
    copy.alias_of_id = page.pk if alias else None
    return copy


def _before_move(
    sender: type, instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any
) -> None:
    """Ask for a page and all live ones below it, as they will stand; before anything moves."""
    if not GUARDS or parent_page_before.pk == parent_page_after.pk:
        return
    for page in instance.get_descendants(inclusive=True).live():
        if page.specific_class is not None:
            require(below(parent_page_after, page, parent_page_before))


def guard_action() -> None:
    """Put the guards before Wagtail's action that publishes or schedules a revision.

    The action is wrapped, not replaced: the page editor, the write API and
    ``Revision.publish`` each build it by themselves, and Wagtail offers no place to name
    another one for all of them.
    """
    stock = PublishRevisionAction.execute
    if getattr(stock, "is_guarded", False):
        return

    @wraps(stock)
    def execute(action: Any, skip_permission_checks: bool = False) -> Any:
        if not GUARDS or not isinstance(action.object, Page):
            return stock(action, skip_permission_checks=skip_permission_checks)
        action.check(skip_permission_checks=skip_permission_checks)
        require(action.object)
        with transaction.atomic():
            return stock(action, skip_permission_checks=skip_permission_checks)

    execute.is_guarded = True  # type: ignore[attr-defined]
    PublishRevisionAction.execute = execute
