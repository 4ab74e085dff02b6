"""Sends what waits, and tries again later, at longer and longer intervals.

A message is handed to the task queue when its transaction is committed. Where the queue
keeps tasks (``TASKS`` names such a backend), it also carries the later attempts; Django's
immediate backend does not, and ``manage.py send_webhooks``, run every few minutes, does.
"""

import http.client
import json
import time
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import F
from django.utils import timezone
from django_tasks import default_task_backend, task

from operations.models import WebhookDelivery
from operations.outward import NotAllowed, post, signature
from operations.targets import digest

MINUTES = (1, 5, 30, 120, 720, 1440)
"""After each failed attempt; the seventh is the last."""
KEPT_DAYS = 90
AT_ONCE = 4
"""Messages sent while an editor waits, where no queue keeps them for later."""
LEASE = timedelta(minutes=2)
"""While one process sends, no other takes the same message."""


def hand_over(keys: Iterable[int]) -> None:
    """Give messages to the queue; those it would send at once beyond a few wait for the command."""
    keys = list(keys)
    for key in keys if default_task_backend.supports_defer else keys[:AT_ONCE]:
        deliver.enqueue(key)


@task()
def deliver(key: int) -> str:
    """Try one message; its state afterwards, empty where another process has it."""
    now = timezone.now()
    mine = WebhookDelivery.objects.filter(
        pk=key, state=WebhookDelivery.State.WAITING, next_attempt_at__lte=now
    ).update(next_attempt_at=now + LEASE, attempts=F("attempts") + 1)
    if not mine:
        return ""
    delivery = WebhookDelivery.objects.get(pk=key)
    attempt(delivery)
    delivery.save()
    waits = delivery.state == WebhookDelivery.State.WAITING
    if waits and default_task_backend.supports_defer:
        deliver.using(run_after=delivery.next_attempt_at).enqueue(key)
    return str(delivery.state)


def attempt(delivery: WebhookDelivery) -> None:
    """Send once and note on the delivery what came of it."""
    url = {digest(url): url for url in settings.CITEWELL_WEBHOOKS}.get(delivery.target)
    if url is None:
        note(delivery, problem="The address is no longer in CITEWELL_WEBHOOKS.", give_up=True)
        return
    body = json.dumps(delivery.payload, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {
        "User-Agent": "Citewell",
        "Citewell-Event": delivery.event,
        "Citewell-Delivery": str(delivery.identifier),
        "Citewell-Signature": signature(settings.CITEWELL_WEBHOOK_SECRET, int(time.time()), body),
    }
    try:
        status = post(url, body, headers, private=settings.CITEWELL_WEBHOOKS_PRIVATE_TARGETS)
    except NotAllowed as error:
        note(delivery, problem=str(error), give_up=True)
    except (OSError, http.client.HTTPException) as error:
        # The error's own text may hold the address.
        note(delivery, problem=f"The host could not be reached ({type(error).__name__}).")
    else:
        note(delivery, status=status)


def note(
    delivery: WebhookDelivery,
    *,
    status: int | None = None,
    problem: str = "",
    give_up: bool = False,
) -> None:
    """Delivered on any answer 2xx; else later, or never where the attempts are used up."""
    delivery.status_code = status
    delivery.problem = problem
    if status is not None and 200 <= status < 300:
        delivery.state = WebhookDelivery.State.DELIVERED
    elif give_up or delivery.attempts > len(MINUTES):
        delivery.state = WebhookDelivery.State.GIVEN_UP
    else:
        wait = timedelta(minutes=MINUTES[delivery.attempts - 1])
        delivery.next_attempt_at = timezone.now() + wait


def send_due(limit: int = 1000) -> dict[str, int]:
    """Try all messages whose time has come, the oldest first, and forget what is long past.

    Returns:
        How many were ``delivered``, ``waiting`` for another attempt and ``given-up``.
    """
    past = timezone.now() - timedelta(days=KEPT_DAYS)
    done: Any = WebhookDelivery.objects.exclude(state=WebhookDelivery.State.WAITING)
    done.filter(created_at__lt=past).delete()
    waiting = WebhookDelivery.objects.filter(
        state=WebhookDelivery.State.WAITING, next_attempt_at__lte=timezone.now()
    )
    counts = dict.fromkeys(WebhookDelivery.State.values, 0)
    for key in list(waiting.order_by("created_at").values_list("pk", flat=True)[:limit]):
        if state := deliver.call(key):
            counts[state] += 1
    return counts
