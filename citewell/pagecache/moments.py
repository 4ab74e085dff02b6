"""When cached pages change though nobody changes anything: because time passes.

An alert banner ends, a page expires, a review falls due. Every kept answer ends at the
next such moment of the whole installation, so nothing depends on a job that takes the
banner down; at the latest it ends at midnight, where dates without a time of day change.
"""

from __future__ import annotations

import datetime

from django.db.models import Min
from django.utils import timezone

from citewell.pagecache.declaring import declaration_of, every_model


def next_moment(now: datetime.datetime) -> datetime.datetime:
    """The first moment after ``now`` at which a page may look different."""
    today = timezone.localdate(now)
    midnight = datetime.datetime.combine(today + datetime.timedelta(days=1), datetime.time.min)
    found = [timezone.make_aware(midnight)]
    for model in every_model():
        declared = declaration_of(model)
        for name in declared.moments if declared else ():
            later = model._base_manager.filter(**{f"{name}__gt": now})
            first = later.aggregate(first=Min(name))["first"]
            if first is not None:
                found.append(first)
    return min(found)
