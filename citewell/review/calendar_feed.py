"""A person's reviews as a calendar: one day for each page they review or own."""

import datetime
from typing import Any

from django.conf import settings
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from citewell.review import board
from citewell.review.models import ReviewSubscription

MOST = 1000
"""Days in one calendar; the earliest come first."""


def calendar_of(user: Any) -> bytes:
    """An iCalendar (RFC 5545) of the live pages a user reviews or owns, each on its due day."""
    base = str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")
    calendar = Calendar()
    calendar.add("prodid", "-//Citewell//Review//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Clinical reviews"))
    pages = (
        board.clinical_pages(user)
        .filter(board.named_on(user) | board.owned_by(user))
        .filter(live=True, review_state__next_review_due__isnull=False)
        .annotate(due=F("review_state__next_review_due"), signed=F("review_state__reviewed_on"))
        .order_by("due", "pk")
    )
    for page in pages[:MOST]:
        event = Event()
        event.add("uid", f"review-{page.pk}@citewell")
        event.add("dtstamp", datetime.datetime.combine(page.signed, datetime.time(), datetime.UTC))
        event.add("dtstart", page.due)
        event.add("dtend", page.due + datetime.timedelta(days=1))
        event.add("summary", _("Review due: %(title)s") % {"title": page.title})
        event.add("url", base + reverse("wagtailadmin_pages:edit", args=[page.pk]))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The feed behind a secret address, for calendar programs that cannot sign in."""
    found = ReviewSubscription.by_secret("calendar", secret)
    if found is None:
        raise Http404
    response = HttpResponse(calendar_of(found.user), content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, max-age=3600"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
