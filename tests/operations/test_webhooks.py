"""Webhooks against a stand-in receiver: signed, recorded without secrets, tried again."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from citewell.pages.signals import pages_written
from conditions.models import ConditionPage
from operations import delivery, outward
from operations.models import WebhookDelivery
from operations.targets import check_targets
from tests import factories

SECRET = "a-secret-of-many-letters"
State = WebhookDelivery.State


class Receiver:
    """A host that keeps what it is told and answers with ``status``."""

    def __init__(self) -> None:
        self.status = 204
        self.received: list[tuple[dict[str, str], bytes]] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.received.append((dict(self.headers), body))
                self.send_response(receiver.status)
                self.end_headers()

            def log_message(self, *args: Any) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook?token=hush"

    @property
    def messages(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _headers, body in self.received]


@pytest.fixture
def receiver(settings: Any) -> Iterator[Receiver]:
    receiver = Receiver()
    thread = Thread(target=receiver.server.serve_forever, daemon=True)
    thread.start()
    settings.CITEWELL_WEBHOOKS = (receiver.url,)
    settings.CITEWELL_WEBHOOK_SECRET = SECRET
    settings.CITEWELL_WEBHOOKS_PRIVATE_TARGETS = True
    yield receiver
    receiver.server.shutdown()
    receiver.server.server_close()


@pytest.fixture
def told(django_capture_on_commit_callbacks: Any) -> Any:
    """Run what waits for the end of the transaction."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def again_now() -> None:
    """Let the time of the next attempt come."""
    WebhookDelivery.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))
    call_command("send_webhooks", verbosity=0)


@pytest.mark.django_db
class TestEvents:
    """What is told, and what is not."""

    def test_publishing_tells_what_everybody_may_read_and_signs_it(
        self, receiver: Receiver, told: Any
    ) -> None:
        page = factories.condition(title="Sciatica", live=False)
        with told():
            page.save_revision().publish()
        ((headers, body),) = receiver.received
        message = json.loads(body)
        assert message["event"] == headers["Citewell-Event"] == "page.published"
        assert message["page"]["title"] == "Sciatica"
        assert message["page"]["type"] == "conditions.ConditionPage"
        assert message["page"]["url"].endswith("/conditions/sciatica/")
        moment, given = (part.split("=")[1] for part in headers["Citewell-Signature"].split(","))
        signed = hmac.new(SECRET.encode(), f"{moment}.".encode() + body, hashlib.sha256)
        assert given == signed.hexdigest()

    def test_withdrawing_and_deleting_tell_so(self, receiver: Receiver, told: Any) -> None:
        page, other = factories.condition(), factories.condition()
        with told():
            page.unpublish()
            other.delete()
        assert [message["event"] for message in receiver.messages] == ["page.withdrawn"] * 2

    def test_pages_written_in_bulk_are_told_of_where_they_are_live(
        self, receiver: Receiver, told: Any
    ) -> None:
        live, draft = factories.condition(title="Live"), factories.condition(live=False)
        with told():
            pages_written.send(ConditionPage, page_ids=[live.pk, draft.pk])
        assert [message["page"]["title"] for message in receiver.messages] == ["Live"]

    def test_of_many_a_few_are_sent_at_once_and_the_command_sends_the_rest(
        self, receiver: Receiver, told: Any
    ) -> None:
        pages = [factories.condition() for _ in range(delivery.AT_ONCE + 3)]
        with told():
            pages_written.send(ConditionPage, page_ids=[page.pk for page in pages])
        assert len(receiver.received) == delivery.AT_ONCE
        call_command("send_webhooks", verbosity=0)
        assert len(receiver.received) == len(pages)

    def test_drafts_and_restricted_pages_are_not_told_of(
        self, receiver: Receiver, told: Any
    ) -> None:
        page = factories.condition()
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        with told():
            factories.condition(live=False).save_revision()
            page.save_revision().publish()
            page.unpublish()
        assert not WebhookDelivery.objects.exists()

    def test_an_alias_of_a_restricted_page_is_not_told_of(
        self, receiver: Receiver, told: Any
    ) -> None:
        page = factories.condition()
        alias = page.create_alias(update_slug="elsewhere")
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        with told():
            pages_written.send(sender=None, page_ids=[alias.pk])
        assert alias.live
        assert not WebhookDelivery.objects.exists()

    def test_without_an_address_nothing_is_noted(self, told: Any) -> None:
        with told():
            factories.condition(live=False).save_revision().publish()
        assert not WebhookDelivery.objects.exists()


@pytest.mark.django_db
class TestAttempts:
    """A failure is noted and tried again, later and later, then given up."""

    def publish(self, told: Any) -> None:
        with told():
            factories.condition(live=False).save_revision().publish()

    def test_a_delivery_is_recorded_without_secrets(self, receiver: Receiver, told: Any) -> None:
        self.publish(told)
        (row,) = WebhookDelivery.objects.values()
        assert (row["state"], row["attempts"], row["status_code"]) == (State.DELIVERED, 1, 204)
        for secret in (SECRET, "hush", receiver.url):
            assert secret not in json.dumps(row, default=str)

    def test_a_failure_waits_and_arrives_under_the_same_identifier(
        self, receiver: Receiver, told: Any
    ) -> None:
        receiver.status = 503
        self.publish(told)
        row = WebhookDelivery.objects.get()
        assert (row.state, row.status_code) == (State.WAITING, 503)
        assert row.next_attempt_at > timezone.now()
        call_command("send_webhooks", verbosity=0)
        assert len(receiver.received) == 1  # its time has not come
        receiver.status = 200
        again_now()
        row.refresh_from_db()
        assert (row.state, row.attempts) == (State.DELIVERED, 2)
        assert len({headers["Citewell-Delivery"] for headers, _body in receiver.received}) == 1

    def test_the_waits_grow_and_end(self, receiver: Receiver, told: Any) -> None:
        receiver.status = 500
        self.publish(told)
        waits = []
        while WebhookDelivery.objects.get().state == State.WAITING:
            waits.append(WebhookDelivery.objects.get().next_attempt_at - timezone.now())
            again_now()
        assert WebhookDelivery.objects.get().state == State.GIVEN_UP
        assert len(receiver.received) == len(delivery.MINUTES) + 1
        assert waits == sorted(waits)
        assert waits[-1] > timedelta(hours=23)

    def test_a_host_that_is_away_is_noted_without_its_address(
        self, receiver: Receiver, settings: Any, told: Any
    ) -> None:
        receiver.server.server_close()
        self.publish(told)
        row = WebhookDelivery.objects.get()
        assert row.state == State.WAITING
        assert "could not be reached" in row.problem
        assert "hush" not in row.problem

    def test_an_address_taken_out_of_the_settings_is_given_up(
        self, receiver: Receiver, settings: Any, told: Any
    ) -> None:
        receiver.status = 500
        self.publish(told)
        settings.CITEWELL_WEBHOOKS = ()
        again_now()
        assert WebhookDelivery.objects.get().state == State.GIVEN_UP

    def test_a_loopback_target_is_refused_where_no_test_allows_it(
        self, receiver: Receiver, settings: Any, told: Any
    ) -> None:
        settings.CITEWELL_WEBHOOKS_PRIVATE_TARGETS = False
        settings.CITEWELL_WEBHOOKS = (receiver.url.replace("http:", "https:"),)
        self.publish(told)
        row = WebhookDelivery.objects.get()
        assert (row.state, row.problem) == (State.GIVEN_UP, "The host is on a private network.")
        assert receiver.received == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "::",
    ],
)
def test_addresses_of_the_own_network_are_not_public(address: str) -> None:
    assert not outward.is_public_address(address)


def test_addresses_of_the_internet_are_public() -> None:
    assert outward.is_public_address("93.184.216.34")
    assert outward.is_public_address("2606:2800:220:1::1")


def test_one_private_address_among_public_ones_is_refused(monkeypatch: Any) -> None:
    entries = [(0, 0, 0, "", (address, 443)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(outward.socket, "getaddrinfo", lambda *args, **kwargs: entries)
    with pytest.raises(outward.NotAllowed):
        outward.checked_address("host.example", 443, private=False)


def test_a_plain_http_address_is_refused() -> None:
    with pytest.raises(outward.NotAllowed):
        outward.post("http://host.example/", b"{}", {})


class TestChecks:
    """Settings that cannot work stop the start."""

    def test_without_a_secret(self, settings: Any) -> None:
        settings.CITEWELL_WEBHOOKS = ("https://host.example/hook",)
        (error,) = check_targets()
        assert error.id == "operations.E001"
        assert "CITEWELL_WEBHOOK_SECRET" in error.hint

    def test_an_address_that_is_none_is_not_shown(self, settings: Any) -> None:
        settings.CITEWELL_WEBHOOKS = ("host.example/hush",)
        settings.CITEWELL_WEBHOOK_SECRET = SECRET
        (error,) = check_targets()
        assert error.id == "operations.E002"
        assert "hush" not in error.msg

    def test_right_settings_and_none_are_quiet(self, settings: Any) -> None:
        assert check_targets() == []
        settings.CITEWELL_WEBHOOKS = ("https://host.example/hook",)
        settings.CITEWELL_WEBHOOK_SECRET = SECRET
        assert check_targets() == []
