"""Something the site needs is gone: visitors get a page, editors lose nothing, it comes back."""

import errno
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import mail
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.db import OperationalError, connection, connections
from django.test import Client
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask
from wagtail.test.utils.form_data import querydict_from_html

from blog.models import ArticlePage
from operations.jobs import Job, Runner
from operations.outage import is_outage
from tests import factories
from tests.operations.machines import SERVER


@pytest.fixture
def visitor(client: Client) -> Client:
    client.raise_request_exception = False
    return client


@pytest.fixture
def admin(visitor: Client) -> Client:
    visitor.force_login(factories.superuser())
    return visitor


def form_of(admin: Client, page: Any, **values: str) -> tuple[str, Any]:
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(admin.get(url).content.decode(), form_id="page-edit-form")
    data["references-count"] = data["body-count"] = "0"
    for name, value in values.items():
        data[name] = value
    return url, data


def is_plain_503(answer: Any) -> bool:
    return (
        answer.status_code == 503
        and answer["Retry-After"] == "30"
        and b"Call your emergency number now." in answer.content
    )


@pytest.mark.parametrize(
    ("error", "is_one"),
    [
        (OperationalError("gone"), True),
        (OSError(errno.ENOSPC, "full"), True),
        (OSError(errno.EROFS, "read-only"), True),
        (ValueError("a mistake of ours"), False),
        (FileNotFoundError(errno.ENOENT, "no such file"), False),
    ],
)
def test_only_what_is_outside_the_program_is_an_outage(error: Exception, is_one: bool) -> None:
    assert is_outage(error) == is_one


@pytest.mark.django_db
def test_a_mistake_of_ours_stays_an_error(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    page = factories.article()
    monkeypatch.setattr(ArticlePage, "serve", lambda *_: 1 / 0)
    assert visitor.get(page.url).status_code == 500


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(bool(SERVER), reason="a limit of SQLite's")
def test_a_full_disk_refuses_an_edit_whole_and_goes_on_once_there_is_room(admin: Client) -> None:
    page = factories.article(title="Before")
    page.save_revision().publish()
    url, data = form_of(admin, page, title="After", lead="word " * 60_000)
    data["action-publish"] = "1"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + 8}")
        assert is_plain_503(admin.post(url, data))
        assert "Before" in admin.get(page.url).content.decode()
        now = ArticlePage.objects.get(pk=page.pk)
        assert (now.title, now.revisions.count()) == ("Before", 1)
        cursor.execute("PRAGMA integrity_check")
        assert cursor.fetchone() == ("ok",)
        cursor.execute("PRAGMA max_page_count = 1073741823")
    assert admin.post(url, data).status_code == 302
    assert ArticlePage.objects.get(pk=page.pk).title == "After"


class Line:
    """A line to a server that can be cut and mended."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        # A server of a test run may listen on a socket in a folder alone.
        self.folder = parse_qs(parts.query).get("host", [""])[0]
        self.target = (parts.hostname or "127.0.0.1", parts.port or 5432)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.address = parts._replace(
            netloc=f"{parts.username}:{parts.password or ''}@127.0.0.1:{self.port}", query=""
        ).geturl()
        self.is_cut = False
        self.open: list[socket.socket] = []
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        while True:
            try:
                near, _address = self.listener.accept()
            except OSError:
                return
            if self.is_cut:
                near.close()
                continue
            far = self.reach()
            self.open += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self.copy, args=(one, other), daemon=True).start()

    def reach(self) -> socket.socket:
        """A connection to the server itself."""
        if not self.folder:
            return socket.create_connection(self.target)
        far = socket.socket(socket.AF_UNIX)
        far.connect(f"{self.folder}/.s.PGSQL.{self.target[1]}")
        return far

    def copy(self, one: socket.socket, other: socket.socket) -> None:
        try:
            while data := one.recv(65536):
                other.sendall(data)
        except OSError:
            pass
        finally:
            other.close()

    def cut(self) -> None:
        self.is_cut = True
        for each in self.open:
            try:
                each.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue
        self.open = []

    def mend(self) -> None:
        self.is_cut = False


@pytest.fixture
def line() -> Iterator[Line]:
    if not SERVER:
        pytest.skip("the run is on SQLite")
    line = Line(SERVER)
    yield line
    line.listener.close()


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_a_plain_503(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = factories.article()

    def gone(*_: Any) -> Any:
        raise OperationalError("the server closed the connection unexpectedly")

    monkeypatch.setattr(ArticlePage, "serve", gone)
    assert is_plain_503(visitor.get(page.url))


@pytest.mark.django_db
def test_a_pool_replaces_the_connections_that_a_lost_server_took_with_it(line: Line) -> None:
    from django.db.backends.postgresql.base import DatabaseWrapper

    from config.settings import postgresql

    settings = {
        **postgresql(line.address), "TIME_ZONE": None, "AUTOCOMMIT": True, "ATOMIC_REQUESTS": False,
    }  # fmt: skip
    database = DatabaseWrapper({**settings, "CONN_MAX_AGE": 0}, "line")
    connections["line"] = database  # where Django's own types are looked up

    def ask() -> Any:
        try:
            with database.cursor() as cursor:
                cursor.execute("SELECT 1")
                return cursor.fetchone()[0]
        finally:
            database.close()

    assert ask() == 1
    line.cut()
    with pytest.raises(OperationalError):
        ask()
    line.mend()
    assert ask() == 1
    database.close_pool()
    del connections["line"]


@pytest.mark.django_db
def test_a_cache_that_is_gone_makes_the_site_slower_only(visitor: Client, settings: Any) -> None:
    page = factories.article(title="Still here")
    settings.CACHES = {
        "default": {
            "BACKEND": "operations.caching.SparableRedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }
    assert "Still here" in visitor.get(page.url).content.decode()
    cache = caches["default"]
    cache.set("key", "value")
    assert cache.get("key", "nothing") == "nothing"
    assert cache.get_or_set("key", lambda: "made anew") == "made anew"
    assert cache.incr("count") == 1
    assert cache.get_many(["key"]) == {}


@pytest.mark.django_db
class TestMail:
    """The mail server does not answer."""

    @pytest.fixture(autouse=True)
    def no_mail(self, settings: Any) -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 2

    def test_a_draft_handed_in_for_approval_is_saved_and_handed_in(self, admin: Client) -> None:
        page = factories.article()
        flow = Workflow.objects.create(name="Check")
        task = GroupApprovalTask.objects.create(name="Approve")
        WorkflowTask.objects.create(workflow=flow, task=task, sort_order=0)
        from wagtail.models import WorkflowPage

        WorkflowPage.objects.create(workflow=flow, page=page.get_parent())
        url, data = form_of(admin, page, title="Handed in")
        data["action-submit"] = "1"
        assert admin.post(url, data).status_code == 302
        now = ArticlePage.objects.get(pk=page.pk)
        assert now.get_latest_revision_as_object().title == "Handed in"
        assert now.workflow_in_progress

    def test_a_job_that_mails_fails_by_itself_and_is_tried_again(self) -> None:
        def refused() -> None:
            mail.send_mail("Subject", "Text", None, ["somebody@clinic.example"])

        now = [0.0]
        runner = Runner((Job("send_review_digest", 60),), lambda: now[0])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("operations.jobs.call_command", lambda *_, **__: refused())
            assert runner.run_due() == ["send_review_digest"]
            assert runner.run_due() == []
            now[0] = 61.0
            assert runner.run_due() == ["send_review_digest"]


@pytest.mark.django_db
class TestFolders:
    """The folder of uploads cannot be written to."""

    @pytest.fixture
    def closed(self, settings: Any, tmp_path: Path) -> None:
        (tmp_path / "media").write_text("a file stands where the folder should be")
        settings.MEDIA_ROOT = tmp_path / "media"

    def test_an_upload_is_refused_whole(self, admin: Client, closed: None) -> None:
        from wagtail.images import get_image_model

        file = ContentFile(get_test_image_file().file.getvalue(), "picture.png")
        answer = admin.post(reverse("wagtailimages:add"), {"title": "Picture", "file": file})
        assert is_plain_503(answer)
        assert not get_image_model().objects.exists()

    def test_a_page_is_shown_without_the_picture_that_cannot_be_kept(
        self, visitor: Client, settings: Any, tmp_path: Path
    ) -> None:
        page = factories.condition(title="Sciatica", image=factories.image())
        media, renditions = Path(settings.MEDIA_ROOT), tmp_path / "media"
        renditions.mkdir()
        shutil.copytree(media / "original_images", renditions / "original_images")
        (renditions / "images").write_text("a file stands where the folder should be")
        settings.MEDIA_ROOT = renditions
        answer = visitor.get(page.url)
        assert answer.status_code == 200
        assert "Sciatica" in answer.content.decode()
        assert "not-found" in answer.content.decode()
