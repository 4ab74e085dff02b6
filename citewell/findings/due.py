"""What is due is right by time, also while nobody runs ``publish_scheduled``.

Expired pages are left out wherever pages are read. A version that is due goes live when the
first visitor after its time comes: this middleware looks, at most every
``CITEWELL_DUE_INTERVAL`` seconds in each process, when the next version is due, and
publishes it before the request is answered. It stands before any cache of pages.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from threading import Lock

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.models import Revision

from citewell.findings.scheduled import publish_due

logger = logging.getLogger(__name__)

RETRY = 300
"""Seconds until a version that failed is tried again by a visit."""


class DueMiddleware:
    """Publishes what is due before a page is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.look_again = 0.0
        self.next: datetime | None = None
        self.failed: dict[int, float] = {}
        self.lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Whoever comes while another thread looks does not wait for it.
        if self.interval and self.lock.acquire(blocking=False):
            try:
                self.look()
            except DatabaseError as error:
                logger.error("What is due could not be looked up: %s", type(error).__name__)
            finally:
                self.lock.release()
        return self.get_response(request)

    @property
    def interval(self) -> int:
        """Seconds between two looks; 0 for none."""
        return int(getattr(settings, "CITEWELL_DUE_INTERVAL", 10))

    def look(self) -> None:
        """Publish what is due now."""
        now = time.monotonic()
        if now >= self.look_again:
            self.look_again = now + self.interval
            self.failed = {pk: at for pk, at in self.failed.items() if at > now}
            self.next = self.next_time()
        if self.next and self.next <= timezone.now():
            outcome = publish_due(but=self.failed.keys())
            self.failed |= {pk: now + RETRY for pk in outcome.failed if isinstance(pk, int)}
            self.next = self.next_time()

    def next_time(self) -> datetime | None:
        """When the next version that did not just fail is due."""
        waiting = Revision.objects.filter(approved_go_live_at__isnull=False)
        found: datetime | None = waiting.exclude(pk__in=self.failed.keys()).aggregate(
            at=Min("approved_go_live_at")
        )["at"]
        return found
