"""A version that is given a time: what is cached learns of it at once.

Cached pages end at the next moment that was known when they were made. A version scheduled
afterwards for a moment before that would go live minutes late for whoever reads from the cache.
"""

from typing import Any

from django.db import connection
from django.db.models.signals import post_save
from wagtail.models import Revision

from citewell.pagecache.watching import spoil


def connect() -> None:
    """Listen to versions that are saved."""
    post_save.connect(on_saved, sender=Revision, dispatch_uid="operations_schedules")


def on_saved(
    sender: type, instance: Revision, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    """Make cached pages anew where a version was given a time."""
    if instance.approved_go_live_at and "approved_go_live_at" in (update_fields or ()):
        spoil(connection)
