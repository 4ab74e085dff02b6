"""Publishing what is due and taking down what has expired, one after the other.

Each is checked, then written in a transaction of its own. What fails stays as it was, its
schedule included, is reported, and does not keep the others back. Wagtail's own command
stops at the first error; and where a live version expires it clears the schedule of the
version that is to follow it.
"""

import logging
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from citewell.findings.gate import NotPublishable
from citewell.findings.publishing import blocking_findings

logger = logging.getLogger(__name__)


@dataclass
class Outcome:
    """What one run did; each a sentence for the operator.

    Attributes:
        published: what went live.
        expired: what was taken down.
        failed: what stays as it was, by the key of its revision or object, and why.
    """

    published: list[str] = field(default_factory=list)
    expired: list[str] = field(default_factory=list)
    failed: dict[Any, str] = field(default_factory=dict)


def due_revisions() -> QuerySet[Revision]:
    """The versions whose time has come, the longest due first."""
    return Revision.objects.filter(approved_go_live_at__lte=timezone.now()).order_by(
        "approved_go_live_at", "pk"
    )


def expired_objects() -> Iterator[Any]:
    """Live pages and snippets whose end has come."""
    models = [Page, *(m for m in apps.get_models() if issubclass(m, DraftStateMixin))]
    for model in models:
        if model is Page or not issubclass(model, Page):
            expired = model.objects.filter(live=True, expire_at__lte=timezone.now())
            yield from expired.order_by("expire_at", "pk")


def publish_due(*, but: Collection[int] = ()) -> Outcome:
    """Publish and take down all that is due.

    Args:
        but: keys of revisions to leave alone, as they failed a moment ago.
    """
    outcome = Outcome()
    for pk, name in list(due_revisions().exclude(pk__in=but).values_list("pk", "object_str")):
        place = f"“{name}” (revision {pk})"
        done = attempt(outcome, pk, place, lambda pk=pk: publish(pk))  # type: ignore[misc]
        if done:
            outcome.published.append(place)
    for obj in list(expired_objects()):
        place = f"“{obj}” ({obj._meta.verbose_name} {obj.pk})"
        if attempt(outcome, (obj._meta.label, obj.pk), place, lambda obj=obj: take_down(obj)):  # type: ignore[misc]
            outcome.expired.append(place)
    return outcome


def attempt(outcome: Outcome, key: Any, place: str, work: Callable[[], bool]) -> bool:
    """Do one thing in a transaction of its own; whatever goes wrong is noted and stays in it."""
    try:
        with transaction.atomic():
            return work()
    except NotPublishable as refusal:
        outcome.failed[key] = f"{place} stays scheduled: {' '.join(refusal.reasons)}"
    except Exception as error:
        outcome.failed[key] = f"{place} stays as it was: {type(error).__name__}: {error}"
        # The error's text may hold what the page says; it is for the operator's eyes alone.
        logger.error("What is due failed: %s %s", key, type(error).__name__)
    return False


def publish(pk: int) -> bool:
    """Check and publish one version; whether it was still to be published."""
    waiting = due_revisions().filter(pk=pk)
    if connection.features.has_select_for_update_skip_locked:
        waiting = waiting.select_for_update(skip_locked=True, of=("self",))
    revision = waiting.first()
    if revision is None:  # another process was faster, or somebody took the time back
        return False
    obj = revision.as_object()
    if isinstance(obj, Page) and (findings := blocking_findings(obj)):
        raise NotPublishable(obj, [str(finding.message) for finding in findings])
    revision.publish(log_action="wagtail.publish.scheduled")
    if revision.__class__.objects.filter(pk=pk, approved_go_live_at__isnull=False).exists():
        raise RuntimeError("it is still waiting after it was published")
    return True


def take_down(obj: Any) -> bool:
    """Take down what has expired and leave the schedule of a later version as it is."""
    fresh = type(obj)._base_manager.select_for_update(of=("self",)).get(pk=obj.pk)
    if not fresh.live:
        return False
    schedules = list(Revision.objects.for_instance(fresh).filter(approved_go_live_at__isnull=False))
    fresh.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    for revision in schedules:
        Revision.objects.filter(pk=revision.pk).update(
            approved_go_live_at=revision.approved_go_live_at
        )
    return True
