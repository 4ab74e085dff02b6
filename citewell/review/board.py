"""What the review board asks the database: which pages wait for whom, and how many.

One query counts all that waits, one fetches the pages that are shown, one their reviewers
and what rooms know of them, however many pages and rooms the site has.
"""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from citewell.findings.board import BOARD_ROWS, BoardRows, Fact, facts, reasons_of
from citewell.review.models import ReviewState, SignOff

WARNED = (30, 60, 90)
"""Days before a review is due at which the board begins to say so."""


@dataclass(frozen=True)
class Heap:
    """Pages that wait for the same: ``code`` names it in addresses, ``pages`` finds them."""

    code: str
    label: Any
    pages: Q


def clinical_models() -> list[type[Page]]:
    """The page types whose content is signed."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Page) and getattr(model, "clinical_fields", None)
    ]


def reviewer_models() -> list[Any]:
    """The rows by which page types name their reviewers."""
    found = []
    for model in clinical_models():
        try:
            found.append(model._meta.get_field("clinical_reviewers").related_model)
        except FieldDoesNotExist:
            continue
    return found


def clinical_pages(user: Any) -> QuerySet[Page]:
    """The clinical pages that a user may edit, each with its review state; aliases left out."""
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    types = ContentType.objects.get_for_models(*clinical_models()).values()
    return editable.filter(
        content_type__in=[each.pk for each in types], alias_of=None
    ).select_related("review_state")


def heaps(user: Any, today: datetime.date | None = None) -> list[Heap]:
    """All that pages can wait for, the most pressing first."""
    today = today or timezone.localdate()
    due = "review_state__next_review_due"
    State = ReviewState.State
    unsigned = Q(review_state__isnull=True) | Q(review_state__state=State.NEVER)
    found = [
        Heap("mine", _("Waiting for me"), Q(pk__in=waiting_for(user, today))),
        Heap("overdue", _("Overdue"), Q(live=True, **{f"{due}__lt": today})),
    ]
    start = today
    for days in WARNED:
        end = today + datetime.timedelta(days=days)
        label = _("Due within %(days)d days") % {"days": days}
        found.append(
            Heap(f"due-{days}", label, Q(live=True, **{f"{due}__gte": start, f"{due}__lte": end}))
        )
    found += [
        Heap("changed", _("Changed since signed"), Q(review_state__state=State.CHANGED)),
        Heap("never", _("Never signed"), unsigned),
    ]
    found += [Heap(rows.code, rows.label, Q(pk__in=rows.pages())) for rows in BOARD_ROWS.values()]
    return found


def named_on(user: Any) -> Q:
    """Pages that name a user as reviewer."""
    return _naming(person__user=user.pk)


def naming(person: int) -> Q:
    """Pages that name a person as reviewer."""
    return _naming(person=person)


def _naming(**who: int) -> Q:
    named = Q(pk__in=[])
    for model in reviewer_models():
        named |= Q(pk__in=model.objects.filter(**who).values("page"))
    return named


def owned_by(user: Any) -> Q:
    """Pages whose content owner a user is."""
    owned = Q(pk__in=[])
    for model in clinical_models():
        if hasattr(model, "content_owner"):
            owned |= Q(
                pk__in=model._default_manager.filter(content_owner__user=user.pk).values("pk")
            )
    return owned


def waiting_for(user: Any, today: datetime.date) -> Any:
    """Keys of the pages a user is named on and that are unsigned, changed or due in 30 days.

    A draft that they signed already, word for word, waits for others.
    """
    State = ReviewState.State
    soon = today + datetime.timedelta(days=WARNED[0])
    waits = (
        Q(review_state__isnull=True)
        | Q(review_state__state__in=[State.NEVER, State.CHANGED])
        | Q(has_unpublished_changes=True)
        | Q(live=True, review_state__next_review_due__lte=soon)
    )
    signed = SignOff.objects.filter(
        kind=SignOff.Kind.SIGNED, signer=user.pk, revision=OuterRef("latest_revision")
    )
    is_renewed = Q(live=True, review_state__next_review_due__lte=soon)
    done = Exists(signed) & ~is_renewed
    return Page.objects.filter(named_on(user)).filter(waits).exclude(done).values("pk")


def counted(
    pages: QuerySet[Page], found: Sequence[Heap], shown: QuerySet[Page] | None = None
) -> dict[str, int]:
    """How many pages each heap holds, ``all``, and how many of the ``shown``; one query."""
    counts = {f"heap_{number}": Count("pk", filter=heap.pages) for number, heap in enumerate(found)}
    if shown is not None:
        counts["shown"] = Count("pk", filter=Q(pk__in=shown.order_by().values("pk")))
    row = pages.order_by().aggregate(all=Count("pk"), **counts)
    return {
        **{name: row[name] for name in ("all", "shown") if name in row},
        **{heap.code: row[f"heap_{number}"] for number, heap in enumerate(found)},
    }


def reviewer_rows() -> list[BoardRows]:
    """Who is named on pages, as the board asks for what rooms know."""

    def of(model: Any) -> BoardRows:
        def named(keys: Collection[int]) -> QuerySet[Any]:
            rows = model.objects.filter(page__in=keys)
            return facts(rows, F("page"), name="person__name", order="sort_order")

        return BoardRows(f"{model._meta.label_lower} names", "", list, named, names_in_order)

    return [of(model) for model in reviewer_models()]


def names_in_order(known: Sequence[Fact]) -> list[str]:
    """The names as the page has them."""
    return [fact["name"] for fact in sorted(known, key=lambda fact: fact["order"] or 0)]


def add_known(pages: Iterable[Page]) -> None:
    """Fill ``board_reviewers``, names, and ``board_reasons``, what rooms say; one query."""
    by_key = {page.pk: page for page in pages}
    for page in by_key.values():
        page.board_reviewers, page.board_reasons = [], []
    naming = reviewer_rows()
    codes = {rows.code for rows in naming}
    for key, code, said in reasons_of([*naming, *BOARD_ROWS.values()], list(by_key)):
        if code in codes:
            by_key[key].board_reviewers.extend(said)
        else:
            by_key[key].board_reasons.append(said)
