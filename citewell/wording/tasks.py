"""Review tasks out of places that were found, and following them to the end."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail.permissions import policy_registry

from citewell.findings.board import Fact, facts, register_board_rows
from citewell.wording.indexing import searched_snippets
from citewell.wording.models import IndexedPassage, TextTask


def make_tasks(
    phrase: str,
    subjects: Iterable[str],
    *,
    owner: Any,
    due_on: datetime.date,
    note: str,
    by: Any,
    within: Q,
) -> int:
    """One task for each page or snippet, named ``model:key``; how many were made.

    What the maker may not see, and what has the same open task already, is passed over.
    """
    made = 0
    for subject in dict.fromkeys(subjects):
        model, _colon, key = subject.partition(":")
        row = IndexedPassage.objects.filter(within, model=model, key=key).first()
        if row is None:
            continue
        _task, is_new = TextTask.objects.get_or_create(
            phrase=phrase,
            model=model,
            key=key,
            owner=owner,
            done_on=None,
            defaults={
                "page_id": row.page_id,
                "title": row.title,
                "note": note,
                "due_on": due_on,
                "made_by_id": by.pk,
            },
        )
        made += is_new
    return made


def finish(task: TextTask, user: Any) -> None:
    """Say that a task is done."""
    if task.done_on is None:
        task.done_on, task.done_by_id = timezone.localdate(), user.pk
        task.save(update_fields=["done_on", "done_by"])


def waiting() -> Any:
    """Pages with an open task, as a query of keys."""
    return TextTask.objects.filter(done_on=None, page__isnull=False).values("page")


def waiting_on(keys: Collection[int]) -> Any:
    """The open tasks of these pages."""
    rows = TextTask.objects.filter(done_on=None, page__in=keys)
    owner = f"owner__{get_user_model().USERNAME_FIELD}"
    return facts(rows, F("page"), phrase="phrase", owner=owner, due="due_on", key="pk")


def say(known: Sequence[Fact]) -> str:
    """What waits on a page, the first due first."""
    return "; ".join(
        _("“%(phrase)s”: %(owner)s by %(due)s") % {**fact, "owner": fact["owner"] or "–"}
        for fact in sorted(known, key=lambda fact: (fact["due"], fact["key"]))
    )


register_board_rows(
    "text-tasks", gettext_lazy("Review tasks"), pages=waiting, facts=waiting_on, say=say
)


def visible_to(user: Any) -> Q:
    """The rows a user may see: of pages they may edit, of snippets they may change."""
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return Q(page__in=pages.order_by().values("pk")) | Q(
        page=None, model__in=list(snippets_of(user))
    )


def snippets_of(user: Any) -> Iterable[str]:
    """The labels of snippet models a user may change."""
    for model in searched_snippets():
        opts = model._meta
        if user.has_perm(f"{opts.app_label}.change_{opts.model_name}"):
            yield opts.label_lower
