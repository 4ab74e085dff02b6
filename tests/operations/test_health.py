"""``/healthz``, ``/readyz``, ``/metrics`` and the line for each request."""

import json
import logging
import shutil
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from wagtail.models import Revision, Site

from citewell.organisation.emergency import EmergencyNumber, EmergencyNumbers
from operations import health
from operations.requests import Requests
from search.indexing import rebuild
from tests import factories


@pytest.fixture
def ready(db: Any) -> None:
    """A site that lacks nothing."""
    factories.article()
    rebuild()
    for site in Site.objects.all():
        setting = EmergencyNumbers.for_site(site)
        setting.save()
        EmergencyNumber.objects.create(
            setting=setting, kind="emergency", label="Emergency", number="999"
        )


def asked(client: Client) -> tuple[int, dict[str, str]]:
    answer = client.get("/readyz")
    assert "no-store" in answer["Cache-Control"]
    body = answer.json()
    assert body["status"] == ("ready" if answer.status_code == 200 else "not ready")
    return answer.status_code, body["checks"]


def test_a_site_that_lacks_nothing_is_ready(client: Client, ready: None) -> None:
    status, checks = asked(client)
    assert status == 200
    assert set(checks.values()) == {"ok"}
    assert set(checks) == {
        "database", "migrations", "search", "cache", "disk", "jobs", "emergency",
    }  # fmt: skip


def test_an_empty_search_index_is_not_ready(client: Client, db: None) -> None:
    assert asked(client) == (503, {**asked(client)[1], "search": "fails"})


def test_missing_migrations_are_not_ready(
    client: Client, ready: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda self, targets: [1])
    status, checks = asked(client)
    assert (status, checks["migrations"]) == (503, "fails")


def test_a_database_that_is_gone_is_not_ready_and_no_error(
    client: Client, ready: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*arguments: Any, **options: Any) -> Any:
        raise OperationalError("the server closed the connection")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", gone)
        patch.setattr(connection, "chunked_cursor", gone)
        status, checks = asked(client)
    assert (status, checks["database"]) == (503, "fails")


class TestWarnings:
    """What somebody has to look at while the site goes on."""

    def test_a_cache_that_is_gone(
        self, client: Client, ready: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def gone(*arguments: Any) -> None:
            raise ConnectionError

        monkeypatch.setattr(cache, "set", gone)
        status, checks = asked(client)
        assert (status, checks["cache"]) == (200, "warns")

    def test_a_disk_that_fills(
        self, client: Client, ready: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=1_000))
        assert asked(client)[1]["disk"] == "warns"

    def test_a_page_that_should_be_live_long_since(self, client: Client, ready: None) -> None:
        revision = factories.article().save_revision()
        Revision.objects.filter(pk=revision.pk).update(
            approved_go_live_at=timezone.now() - timedelta(hours=1)
        )
        assert asked(client)[1]["jobs"] == "warns"

    def test_a_site_without_an_emergency_number(self, client: Client, ready: None) -> None:
        EmergencyNumber.objects.all().delete()
        assert asked(client)[1]["emergency"] == "warns"


class TestAroundTheSite:
    """What is answered and noted before Django."""

    def ask(
        self, path: str, inside: Any = None, **environ: Any
    ) -> tuple[str, dict[str, str], bytes]:
        seen: list[Any] = []

        def site(environ: dict[str, Any], start_response: Any) -> list[bytes]:
            start_response("200 OK", [])
            return [environ["HTTP_X_REQUEST_ID"].encode()]

        body = b"".join(
            Requests(inside or site)(
                {"PATH_INFO": path, "REQUEST_METHOD": "GET", **environ},
                lambda status, headers, *rest: seen.extend([status, dict(headers)]),
            )
        )
        return seen[0], seen[1], body

    def test_it_is_alive_whatever_the_site_does(self) -> None:
        def broken(environ: Any, start_response: Any) -> Any:
            raise AssertionError

        assert self.ask("/healthz", broken)[0] == "200 OK"

    def test_a_request_has_a_number_which_a_proxy_may_give(self) -> None:
        _status, headers, body = self.ask("/")
        assert headers["X-Request-ID"] == body.decode()
        assert self.ask("/", HTTP_X_REQUEST_ID="given-12345")[2] == b"given-12345"
        assert b"<" not in self.ask("/", HTTP_X_REQUEST_ID="<script>alert</script>")[2]

    def test_the_log_has_a_line_without_query_and_address(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO, "citewell.requests")
        self.ask("/search/", QUERY_STRING="q=siatica", REMOTE_ADDR="203.0.113.77")
        (record,) = caplog.records
        line = json.dumps(vars(record), default=str)
        assert record.fields["path"] == "/search/"
        assert "siatica" not in line
        assert "203.0" not in line

    def test_there_are_no_figures_without_a_token(self, settings: Any) -> None:
        assert self.ask("/metrics")[0] == "404 Not Found"
        settings.CITEWELL_METRICS_TOKEN = "a-token"
        assert self.ask("/metrics", HTTP_AUTHORIZATION="Bearer other")[0] == "404 Not Found"

    def test_figures_count_answers_by_part_and_name_no_page(self, settings: Any) -> None:
        settings.CITEWELL_METRICS_TOKEN = "a-token"
        self.ask("/conditions/sciatica/")
        status, _headers, body = self.ask("/metrics", HTTP_AUTHORIZATION="Bearer a-token")
        assert status == "200 OK"
        assert b'citewell_requests_total{method="GET",part="site",status="200"}' in body
        assert b"sciatica" not in body
