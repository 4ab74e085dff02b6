"""What visitors get: the same page as without the cache, and never another's."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from citewell.organisation.models import AlertBanner
from citewell.pagecache import door
from citewell.pagecache.door import PageCache
from citewell.pagecache.store import Store
from home.models import PlainPage
from tests import factories
from tests.citewell.pagecache.conftest import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> PlainPage:
    return factories.plain_page(title="Opening times", slug="times")


def test_the_second_visit_asks_the_database_nothing(visitor: Visitor, page: PlainPage) -> None:
    first = visitor.get("/times/")
    assert first.was_kept
    with CaptureQueriesContext(connection) as queries:
        second = visitor.get("/times/")
    assert second.came_from_cache
    assert len(queries) == 0
    assert second.text == first.text
    assert "Opening times" in second.text


def test_it_is_the_page_the_site_gives_without_the_cache(visitor: Visitor, page: PlainPage) -> None:
    visitor.get("/times/")
    kept, plain = visitor.get("/times/"), Visitor(get_wsgi_application()).get("/times/")
    assert kept.text == plain.text
    added = {"ETag", "Cache-Status", "Cache-Control", "Content-Encoding", "Content-Length", "Vary"}
    assert {name: value for name, value in kept.headers.items() if name not in added} == {
        name: value for name, value in plain.headers.items() if name not in added
    }


@pytest.mark.parametrize("coding", ["br", "gzip", ""])
def test_every_coding_holds_the_same_page(visitor: Visitor, page: PlainPage, coding: str) -> None:
    text = visitor.get("/times/").text
    answer = visitor.get("/times/", HTTP_ACCEPT_ENCODING=coding)
    assert answer.headers.get("Content-Encoding", "") == coding
    assert answer.text == text
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Content-Length"] == str(len(answer.raw))


def test_a_page_asked_for_again_comes_in_fewer_bytes(visitor: Visitor, page: PlainPage) -> None:
    first = visitor.get("/times/", HTTP_ACCEPT_ENCODING="br")
    again = visitor.get("/times/", HTTP_ACCEPT_ENCODING="br")
    assert len(again.raw) < len(first.raw)
    assert again.headers["ETag"] != first.headers["ETag"]  # other bytes, another tag
    known = visitor.get("/times/", HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert known.status == 304
    assert visitor.get("/times/", HTTP_ACCEPT_ENCODING="br").raw == again.raw


def test_a_browser_that_has_the_page_gets_304(visitor: Visitor, page: PlainPage) -> None:
    tag = visitor.get("/times/", HTTP_ACCEPT_ENCODING="br").headers["ETag"]
    answer = visitor.get("/times/", HTTP_IF_NONE_MATCH=tag)
    assert (answer.status, answer.raw) == (304, b"")
    assert answer.headers["ETag"].strip('"') == tag.strip('"').split("-")[0]
    assert "Content-Security-Policy" in answer.headers


def test_also_where_the_page_has_to_be_made(
    visitor: Visitor, page: PlainPage, store: Store
) -> None:
    tag = visitor.get("/times/").headers["ETag"]
    store.renew()
    assert visitor.get("/times/", HTTP_IF_NONE_MATCH=tag).status == 304


def test_a_changed_page_has_another_tag(visitor: Visitor, page: PlainPage) -> None:
    tag = visitor.get("/times/").headers["ETag"]
    page.title = "Closing times"
    page.save_revision().publish()
    answer = visitor.get("/times/", HTTP_IF_NONE_MATCH=tag)
    assert answer.status == 200
    assert "Closing times" in answer.text


def test_head_has_the_headers_alone(visitor: Visitor, page: PlainPage) -> None:
    visitor.get("/times/")
    answer = visitor.get("/times/", method="HEAD")
    assert answer.came_from_cache
    assert answer.raw == b""
    assert int(answer.headers["Content-Length"]) > 1_000


def test_the_language_of_the_browser_changes_nothing(visitor: Visitor, page: PlainPage) -> None:
    factories.locale("pl")
    english = visitor.get("/times/", HTTP_ACCEPT_LANGUAGE="en")
    polish = Visitor(get_wsgi_application()).get("/times/", HTTP_ACCEPT_LANGUAGE="pl")
    assert polish.text == english.text


class TestNeverKept:
    """What is one visitor's alone."""

    def test_an_editor_sees_the_site_past_the_cache(
        self, visitor: Visitor, page: PlainPage
    ) -> None:
        session = SessionStore()
        session["_auth_user_id"] = "1"
        session.save()
        cookie = f"sessionid={session.session_key}"
        for _ in range(2):
            answer = visitor.get("/times/", HTTP_COOKIE=cookie)
            assert "Cache-Status" not in answer.headers
        assert visitor.get("/times/").was_kept

    def test_a_form_with_a_token_is_made_for_each(self, visitor: Visitor, page: PlainPage) -> None:
        PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")
        for _ in range(2):
            answer = visitor.get("/times/")
            assert "csrfmiddlewaretoken" in answer.text
            assert "Cache-Status" not in answer.headers

    def test_a_search_is_not_kept(self, visitor: Visitor) -> None:
        factories.home()
        for _ in range(2):
            assert "Cache-Status" not in visitor.get("/search/?q=sciatica").headers

    def test_the_admin_is_not(self, visitor: Visitor) -> None:
        assert "Cache-Status" not in visitor.get("/admin/login/").headers

    def test_nor_is_an_error(self, visitor: Visitor) -> None:
        factories.home()
        for _ in range(2):
            answer = visitor.get("/nothing-here/")
            assert answer.status == 404
            assert "Cache-Status" not in answer.headers

    def test_nor_a_host_that_is_not_ours(self, visitor: Visitor, page: PlainPage) -> None:
        assert visitor.get("/times/", HTTP_HOST="evil.example").status == 400
        assert "evil" not in visitor.get("/times/").text


class TestNeverStale:
    """What is no longer so."""

    def test_a_restriction_closes_a_page_that_was_kept(
        self, visitor: Visitor, page: PlainPage
    ) -> None:
        visitor.get("/times/")
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        assert visitor.get("/times/").status == 302

    def test_a_page_whose_end_has_come_is_gone_without_any_job(
        self, visitor: Visitor, page: PlainPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        end = timezone.now() + timedelta(minutes=2)
        PlainPage.objects.filter(pk=page.pk).update(expire_at=end)
        assert visitor.get("/times/").was_kept
        later = end + timedelta(milliseconds=1)
        monkeypatch.setattr(timezone, "now", lambda: later)
        monkeypatch.setattr(door.time, "time", later.timestamp)
        assert visitor.get("/times/").status == 404

    def test_a_banner_appears_and_goes_by_itself(
        self, visitor: Visitor, page: PlainPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        now = timezone.now()
        AlertBanner.objects.create(
            site=Site.objects.get(),
            text="Closed for the flood",
            starts_at=now + timedelta(seconds=60),
            ends_at=now + timedelta(seconds=120),
        )
        for seconds, shown in ((0, False), (61, True), (121, False)):
            at = now + timedelta(seconds=seconds)
            monkeypatch.setattr(timezone, "now", lambda at=at: at)
            monkeypatch.setattr(door.time, "time", at.timestamp)
            assert ("Closed for the flood" in visitor.get("/times/").text) is shown
            assert ("Closed for the flood" in visitor.get("/times/").text) is shown

    def test_what_was_begun_before_a_change_is_not_given_after_it(
        self, store: Store, page: PlainPage
    ) -> None:
        site = get_wsgi_application()

        def changed_meanwhile(environ: dict[str, Any], start: Callable[..., Any]) -> Any:
            answer = site(environ, start)
            PlainPage.objects.filter(pk=page.pk).update(title="Closing times")
            return answer

        cache = PageCache(changed_meanwhile)
        assert "Opening times" in Visitor(cache).get("/times/").text
        cache.application = site
        assert "Closing times" in Visitor(cache).get("/times/").text

    def test_an_answer_is_kept_no_longer_than_the_bound(
        self, visitor: Visitor, page: PlainPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        visitor.get("/times/")
        later = timezone.now().timestamp() + door.LONGEST + 1
        monkeypatch.setattr(door.time, "time", lambda: later)
        assert visitor.get("/times/").was_kept

    def test_a_start_makes_everything_anew(self, visitor: Visitor, page: PlainPage) -> None:
        visitor.get("/times/")
        assert not Visitor(PageCache(get_wsgi_application())).get("/times/").came_from_cache


class TestFailsClosed:
    """Slower, and right."""

    def test_without_a_generation_every_page_is_made(
        self, visitor: Visitor, page: PlainPage, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        visitor.get("/times/")
        monkeypatch.setattr(store, "generation", lambda: None)
        answer = visitor.get("/times/")
        assert answer.status == 200
        assert "Cache-Status" not in answer.headers

    def test_a_spoilt_file_is_as_none(
        self, visitor: Visitor, page: PlainPage, store: Store, tmp_path: Path
    ) -> None:
        visitor.get("/times/")
        (kept,) = (tmp_path / "pagecache" / str(store.generation())).iterdir()
        kept.write_bytes(kept.read_bytes()[:-10])
        visitor.application.memory.answers.clear()
        assert visitor.get("/times/").was_kept

    def test_where_the_next_moment_is_unknown_nothing_is_kept(
        self, visitor: Visitor, page: PlainPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fails(now: Any) -> None:
            raise DatabaseError

        monkeypatch.setattr(door, "next_moment", fails)
        answer = visitor.get("/times/")
        assert answer.status == 200
        assert "Cache-Status" not in answer.headers

    def test_maintenance_stops_what_is_kept_too(
        self, visitor: Visitor, page: PlainPage, tmp_path: Path
    ) -> None:
        visitor.get("/times/")
        (tmp_path / "maintenance").touch()
        assert "Cache-Status" not in visitor.get("/times/").headers
        (tmp_path / "maintenance").unlink()
        # What was kept before it may be of another database.
        assert visitor.get("/times/").was_kept

    def test_an_application_that_raises_leaves_no_flight(self, store: Store) -> None:
        def raises(environ: dict[str, Any], start: Callable[..., Any]) -> Any:
            raise RuntimeError

        cache = PageCache(raises)
        for _ in range(2):
            with pytest.raises(RuntimeError):
                Visitor(cache).get("/times/")
        assert cache.flights.flying == {}


def test_many_who_ask_at_once_make_a_page_once(store: Store) -> None:
    made = []
    go_on = threading.Event()

    def slow(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        made.append(1)
        go_on.wait(10)
        start("200 OK", [("Content-Type", "text/html")])
        return [b"<p>page</p>" * 100]

    cache = PageCache(slow)
    cache.ends = (store.generation() or "", 1e12)
    answers: list[Any] = []
    threads = [
        threading.Thread(target=lambda: answers.append(Visitor(cache).get("/x/"))) for _ in range(8)
    ]
    boarded = threading.Semaphore(0)
    board = cache.flights.board

    def counted(key: str) -> Any:
        result = board(key)
        boarded.release()
        return result

    cache.flights.board = counted  # type: ignore[method-assign]
    for thread in threads:
        thread.start()
    for _ in threads:
        boarded.acquire()
    go_on.set()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert {answer.text for answer in answers} == {"<p>page</p>" * 100}


def test_a_long_answer_passes_through_whole(store: Store) -> None:
    part = b"x" * 1_000_000

    def long(environ: dict[str, Any], start: Callable[..., Any]) -> Any:
        start("200 OK", [("Content-Type", "text/plain")])
        return iter([part] * 5)

    answer = Visitor(PageCache(long)).get("/x/")
    assert len(answer.raw) == 5_000_000
    assert "Cache-Status" not in answer.headers
