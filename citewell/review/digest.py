"""The mail that tells each person what waits for them, once in a period."""

import datetime
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.models import Page

from citewell.review import board
from citewell.review.models import ReviewSubscription

logger = logging.getLogger(__name__)
SHOWN = 25
"""Pages a mail lists of one heap; the board has them all."""
HEAPS = ("mine", "overdue", "due-30")


@dataclass
class Sent:
    """What a run did: how many mails went out, and to whom none could be sent."""

    sent: int = 0
    failed: list[str] = field(default_factory=list)


def period_of(day: datetime.date) -> str:
    """The week a digest belongs to, as ``2026-W48``."""
    year, week, _day = day.isocalendar()
    return f"{year}-W{week:02}"


def send_digests(today: datetime.date | None = None) -> Sent:
    """Mail everybody their list who has one and got none this week.

    A mail is noted in the same transaction that sends it: a run that broke off goes on where
    it stopped, and one that fails for somebody goes on with the next.
    """
    today = today or timezone.localdate()
    result = Sent()
    for user in people():
        try:
            with transaction.atomic():
                result.sent += send_to(user, today)
        except Exception:
            logger.exception("The digest for user %s could not be sent", user.pk)
            result.failed.append(str(user.pk))
    return result


def people() -> Iterator[Any]:
    """Active people with a mail address who stand on some page, by their profile."""
    users = get_user_model()._default_manager.filter(is_active=True, people__isnull=False)
    yield from users.exclude(email="").distinct().order_by("pk")


def send_to(user: Any, today: datetime.date) -> int:
    """Send one person their digest; 0 where it is paused, sent already or empty."""
    subscription, _made = ReviewSubscription.objects.get_or_create(user=user)
    period = period_of(today)
    waiting = ReviewSubscription.objects.filter(pk=user.pk, is_digest_paused=False)
    if not waiting.exclude(last_digest=period).update(last_digest=period):
        return 0
    lists = lists_of(user, today)
    if not lists:
        return 0
    message_to(user, subscription, lists).send()
    return 1


def lists_of(user: Any, today: datetime.date) -> list[tuple[Any, list[Page], int]]:
    """What waits for a person: a heap's label, its first pages, how many there are."""
    own = board.clinical_pages(user).filter(board.named_on(user) | board.owned_by(user))
    found = []
    for heap in board.heaps(user, today):
        if heap.code in HEAPS:
            pages = own.filter(heap.pages).order_by("review_state__next_review_due", "pk")
            if shown := list(pages[: SHOWN + 1]):
                total = len(shown) if len(shown) <= SHOWN else pages.count()
                found.append((heap.label, shown[:SHOWN], total))
    return found


def message_to(user: Any, subscription: ReviewSubscription, lists: Any) -> EmailMultiAlternatives:
    """The mail, as text and as HTML, with the link that pauses it."""
    base = str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")
    pause = subscription.address("digest")
    context = {
        "user": user,
        "lists": [
            (
                label,
                [
                    (page, base + reverse("wagtailadmin_pages:edit", args=[page.pk]))
                    for page in pages
                ],
                total - len(pages),
            )
            for label, pages, total in lists
        ],
        "board": base + reverse("review_board"),
        "pause": pause,
    }
    total = max(total for _label, _pages, total in lists)
    subject = ngettext(
        "Clinical review: %(count)d page waits", "Clinical review: %(count)d pages wait", total
    ) % {"count": total}
    message = EmailMultiAlternatives(
        subject,
        render_to_string("citewell/review/digest.txt", context),
        to=[user.email],
        headers={
            "List-Unsubscribe": f"<{pause}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    message.attach_alternative(
        render_to_string("citewell/review/digest.html", context), "text/html"
    )
    return message
