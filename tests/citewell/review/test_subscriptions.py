"""The calendar address and the digest: secret, revocable, once, and paused by one press."""

import datetime
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.urls import reverse
from icalendar import Calendar

from citewell.review.digest import period_of, send_digests
from citewell.review.models import ReviewSubscription
from tests import factories
from tests.citewell.review.conftest import named, person_who_signs_in
from tests.citewell.review.test_board import due

pytestmark = pytest.mark.django_db
MONDAY = datetime.date(2026, 11, 23)


@pytest.fixture
def reviewer(db: None) -> Any:
    return person_who_signs_in()


def calendar_address(client: Any, user: Any, action: str = "new") -> str:
    client.force_login(user)
    client.post(reverse("review_subscription"), {"action": action})
    own = ReviewSubscription.objects.get(user=user)
    return reverse("review_calendar", args=[own.secret("calendar")])


def test_the_calendar_holds_the_due_days_of_ones_own_pages(client: Any, reviewer: Any) -> None:
    page = named(due(factories.article(title="Walking, and more"), 40), reviewer)
    due(factories.article(title="Somebody else's"), 40)
    named(due(factories.article(title="A draft", live=False), 40), reviewer)
    address = calendar_address(client, reviewer.user)
    client.logout()
    response = client.get(address)
    assert response.headers["Content-Type"].startswith("text/calendar")
    [event] = Calendar.from_ical(response.content).walk("VEVENT")
    assert event["summary"] == "Review due: Walking, and more"
    assert event.decoded("dtstart") == page.review_state.next_review_due
    assert str(page.pk) in event["url"]


def test_an_address_ends_when_a_new_one_is_made_or_it_is_taken_back(
    client: Any, reviewer: Any
) -> None:
    first = calendar_address(client, reviewer.user)
    second = calendar_address(client, reviewer.user)
    assert (client.get(first).status_code, client.get(second).status_code) == (404, 200)
    client.post(reverse("review_subscription"), {"action": "revoke"})
    assert client.get(second).status_code == 404
    own = ReviewSubscription.objects.get(user=reviewer.user)
    assert client.get(reverse("review_calendar", args=[own.secret("calendar")])).status_code == 404


def test_an_account_that_is_closed_has_no_calendar(client: Any, reviewer: Any) -> None:
    address = calendar_address(client, reviewer.user)
    reviewer.user.is_active = False
    reviewer.user.save()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("secret", ["1.:x", "1.abc:def", "nonsense", "1.", ":"])
def test_a_made_up_address_leads_nowhere(client: Any, reviewer: Any, secret: str) -> None:
    ReviewSubscription.objects.create(user=reviewer.user)
    assert client.get(reverse("review_calendar", args=[secret])).status_code == 404
    assert client.post(reverse("review_digest", args=[secret])).status_code == 404


def test_a_digest_goes_out_once_a_week_as_text_and_html(reviewer: Any) -> None:
    named(due(factories.article(title="Walking & more"), -1), reviewer)
    due(factories.article(title="Somebody else's"), -1)
    assert send_digests(MONDAY).sent == 1
    assert send_digests(MONDAY + datetime.timedelta(days=6)).sent == 0
    [message] = mail.outbox
    html, kind = message.alternatives[0]
    assert kind == "text/html"
    assert "Walking & more" in message.body
    assert "Walking &amp; more" in html
    assert "Somebody else's" not in message.body + html
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert send_digests(MONDAY + datetime.timedelta(days=7)).sent == 1


def test_who_has_nothing_waiting_gets_no_mail(reviewer: Any) -> None:
    named(due(factories.article(), 300), reviewer)
    assert send_digests(MONDAY).sent == 0
    assert not mail.outbox


def test_one_press_on_the_link_pauses_and_opening_it_does_not(client: Any, reviewer: Any) -> None:
    named(due(factories.article(), -1), reviewer)
    send_digests(MONDAY)
    link = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    path = "/" + link.split("/", 3)[3]
    assert "Pause these mails" in client.get(path).content.decode()
    later = MONDAY + datetime.timedelta(days=7)
    assert not ReviewSubscription.objects.get().is_digest_paused
    client.post(path, {"List-Unsubscribe": "One-Click"})
    assert send_digests(later).sent == 0
    client.post(path, {"action": "resume"})
    assert send_digests(later).sent == 1


class Broken(EmailBackend):
    """Sends to nobody called *refused*."""

    def send_messages(self, messages: Any) -> Any:
        if any("refused" in address for each in messages for address in each.to):
            raise OSError("no such mailbox")
        return super().send_messages(messages)


def test_a_run_that_fails_for_one_goes_on_and_tries_them_again(
    reviewer: Any, settings: Any
) -> None:
    other = person_who_signs_in(email="refused@clinic.example")
    for person in (reviewer, other):
        named(due(factories.article(), -1), person)
    settings.EMAIL_BACKEND = f"{__name__}.Broken"
    with pytest.raises(CommandError, match=str(other.user.pk)):
        call_command("send_review_digest")
    assert [message.to for message in mail.outbox] == [[reviewer.user.email]]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    call_command("send_review_digest")
    assert len(mail.outbox) == 2


@pytest.mark.parametrize(
    ("day", "period"),
    [((2026, 1, 1), "2026-W01"), ((2027, 1, 1), "2026-W53"), ((2026, 11, 23), "2026-W48")],
)
def test_a_period_is_a_week_of_the_calendar(day: Any, period: str) -> None:
    assert period_of(datetime.date(*day)) == period
