"""Links are checked against a stand-in that redirects home, never answers, lies about size."""

import datetime
import io
import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from citewell.findings.board import BOARD_ROWS
from citewell.findings.registry import findings_of
from citewell.references.citing.status import Kind, statuses
from citewell.references.links import addresses, asking, checking
from citewell.references.links.asking import Answer, Asking, ask, follow
from citewell.references.links.checking import check_links
from citewell.references.models import Link, LinkCheck, LinkUse, Source
from tests import factories

QUICK = 0.5


class StandIn:
    """A host that answers as the path says, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.robots = (404, b"")
        self.elsewhere = ""
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                stand_in.asked.append((self.command, self.path))
                stand_in.answer(self)

            do_GET = do_HEAD = answer

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.url = f"http://{self.host}"
        self.stop = threading.Event()

    def answer(self, handler: Any) -> None:
        path = handler.path
        if path == "/robots.txt":
            self.reply(handler, self.robots[0], self.robots[1])
        elif path == "/home":
            self.reply(handler, 302, location=self.elsewhere)
        elif path == "/loop":
            self.reply(handler, 302, location="/loop")
        elif path == "/silent":
            self.stop.wait(20)
        elif path == "/drip":
            for _ in range(400):
                if self.stop.wait(0.05):
                    return
                try:
                    handler.wfile.write(b"x")
                except OSError:
                    return
        elif path == "/liar":
            handler.send_response(200)
            handler.send_header("Content-Length", "999999999999")
            handler.end_headers()
            handler.wfile.write(b"a few bytes")
            self.stop.wait(20)
        elif path == "/0-only-get":
            self.reply(handler, 200 if handler.command == "GET" else 405)
        elif path.startswith("/10."):
            known = path == "/10.1234/known"
            self.reply(handler, 302 if known else 404, location="http://publisher.invalid/")
        else:
            self.reply(handler, int(path.partition("?")[0].strip("/") or 200))

    def reply(self, handler: Any, status: int, body: bytes = b"", location: str = "") -> None:
        handler.send_response(status)
        if location:
            handler.send_header("Location", location)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        if handler.command == "GET":
            handler.wfile.write(body)


@pytest.fixture
def stand_in(settings: Any) -> Iterator[StandIn]:
    made = StandIn()
    threading.Thread(target=made.server.serve_forever, daemon=True).start()
    settings.CITEWELL_LINKS_STAND_INS = (made.host,)
    settings.CITEWELL_DOI_SYSTEM = made.url
    yield made
    made.stop.set()
    made.server.shutdown()
    made.server.server_close()


def quick(stand_in: StandIn) -> Asking:
    return Asking(seconds=QUICK, stand_ins=frozenset([stand_in.host]))


def test_no_machine_of_the_own_network_is_asked(stand_in: StandIn) -> None:
    assert ask(Asking(), "HEAD", f"{stand_in.url}/200").problem == "not-allowed"
    for url in (
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/",
        "http://10.0.0.1/",
    ):
        assert ask(quick(stand_in), "HEAD", url).problem == "not-allowed"
    assert stand_in.asked == []


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1:1/", "http://localhost/", "http://[::ffff:7f00:1]/"]
)
def test_a_redirect_home_is_not_followed(stand_in: StandIn, to: str) -> None:
    stand_in.elsewhere = to
    assert follow(quick(stand_in), "HEAD", f"{stand_in.url}/home").problem == "not-allowed"
    assert stand_in.asked == [("HEAD", "/home")]


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "gopher://a.example/", "http://[", "ftp://a/"]
)
def test_a_redirect_to_what_is_not_the_web_is_not_followed(stand_in: StandIn, to: str) -> None:
    stand_in.elsewhere = to
    answer = follow(quick(stand_in), "HEAD", f"{stand_in.url}/home")
    assert answer.problem == "no-http" or answer.status == 302


def test_a_name_is_looked_up_once_and_the_checked_address_is_asked(monkeypatch) -> None:
    """A name that points to a public host first and home a moment later gains nothing."""
    looked_up: list[str] = []
    connected: list[Any] = []

    def getaddrinfo(host, port, **kwargs):
        looked_up.append(host)
        address = "93.184.216.34" if len(looked_up) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def create_connection(address, timeout):
        connected.append(address)
        raise OSError

    monkeypatch.setattr(addresses.socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(asking.socket, "create_connection", create_connection)
    ask(Asking(), "HEAD", "http://rebinding.example/")
    assert looked_up == ["rebinding.example"]
    assert connected == [("93.184.216.34", 80)]


def test_one_private_address_among_several_is_enough_to_refuse(monkeypatch) -> None:
    def getaddrinfo(host, port, **kwargs):
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in ("93.184.216.34", "10.0.0.1")
        ]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", getaddrinfo)
    assert ask(Asking(), "HEAD", "http://mixed.example/").problem == "not-allowed"


def test_a_host_name_that_does_not_exist_is_told_from_one_that_cannot_be_looked_up(
    monkeypatch,
) -> None:
    for number, problem in ((socket.EAI_NONAME, "no-such-host"), (socket.EAI_AGAIN, "unreachable")):

        def getaddrinfo(*args, number=number, **kwargs):
            raise socket.gaierror(number, "x")

        monkeypatch.setattr(addresses.socket, "getaddrinfo", getaddrinfo)
        assert ask(Asking(), "HEAD", "http://gone.example/").problem == problem


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_a_host_that_never_ends_is_left_when_the_time_is_over(stand_in: StandIn, path: str) -> None:
    assert ask(quick(stand_in), "HEAD", stand_in.url + path).problem == "timeout"


def test_a_claimed_size_is_not_waited_for(stand_in: StandIn) -> None:
    assert ask(quick(stand_in), "GET", f"{stand_in.url}/liar") == Answer(200)
    answer = ask(quick(stand_in), "GET", f"{stand_in.url}/liar", most_bytes=5)
    assert answer.body == b"a few"


def test_redirects_end(stand_in: StandIn) -> None:
    assert follow(quick(stand_in), "GET", f"{stand_in.url}/loop").problem == "too-many-redirects"
    assert len(stand_in.asked) == asking.MOST_HOPS + 1


@pytest.mark.parametrize(
    "url", ["http://", "http://a b/", "http://[x/", "mailto:a@b", "http://a:99999/"]
)
def test_no_address_breaks_it(url: str) -> None:
    assert ask(Asking(), "HEAD", url).problem


def page_with(*urls: str) -> Any:
    links = "".join(f'<a href="{url}">x</a>' for url in urls)
    return factories.article(body=[("rich_text", f"<p>{links}</p>")])


def run(**options: Any) -> Any:
    return check_links(**{"sleep": lambda seconds: None, **options})


def states() -> dict[str, str]:
    return {
        url.rpartition("/")[2]: state for url, state in Link.objects.values_list("url", "state")
    }


@pytest.mark.django_db
def test_links_of_sources_and_pages_are_checked_and_told_apart(stand_in: StandIn) -> None:
    page_with(*(f"{stand_in.url}/{n}" for n in ("200", "404", "403", "429", "0-only-get")))
    Source.objects.create(csl={"title": "A", "URL": f"{stand_in.url}/410#part"})
    Source.objects.create(csl={"title": "B", "DOI": "10.1234/known"})
    Source.objects.create(csl={"title": "C", "DOI": "10.1234/unknown"})
    checked = run()
    assert states() == {
        "200": "alive", "404": "failed", "403": "unclear", "429": "unclear", "0-only-get": "alive",
        "410": "failed", "known": "alive", "unknown": "failed",
    }  # fmt: skip
    assert checked.links == 8
    assert ("HEAD", "/10.1234/known") in stand_in.asked
    assert Link.objects.get(doi="10.1234/known").url == "https://doi.org/10.1234/known"


@pytest.mark.django_db
def test_a_host_that_says_it_is_busy_is_left_alone_for_the_run(stand_in: StandIn) -> None:
    page_with(f"{stand_in.url}/429", f"{stand_in.url}/499")
    assert run().waiting == 1
    assert states() == {"429": "unclear", "499": "new"}


@pytest.mark.django_db
def test_what_robots_forbids_is_not_asked_and_not_called_dead(stand_in: StandIn) -> None:
    stand_in.robots = (200, b"User-agent: *\nDisallow: /404\n")
    page_with(f"{stand_in.url}/404")
    run()
    assert stand_in.asked == [("GET", "/robots.txt")]
    assert Link.objects.get().problem == "robots"


@pytest.mark.django_db
def test_a_run_that_broke_off_is_gone_on_with(stand_in: StandIn, monkeypatch) -> None:
    page_with(*(f"{stand_in.url}/200?{n}" for n in range(4)))
    keep = checking.keep

    def keep_two(*args: Any) -> None:
        if LinkCheck.objects.count() == 2:
            raise KeyboardInterrupt
        keep(*args)

    with monkeypatch.context() as patched:
        patched.setattr(checking, "keep", keep_two)
        with pytest.raises(KeyboardInterrupt):
            run()
    assert run().checked == {"alive": 2}
    assert run().checked == {}
    assert LinkCheck.objects.count() == 4


@pytest.mark.django_db
def test_no_link_is_begun_when_the_time_is_over(stand_in: StandIn) -> None:
    page_with(f"{stand_in.url}/200")
    assert run(minutes=0).waiting == 1
    assert stand_in.asked == []


def day_passes() -> None:
    """Everything that was found was found a day earlier."""
    day = datetime.timedelta(days=1)
    for check in LinkCheck.objects.all():
        LinkCheck.objects.filter(pk=check.pk).update(at=check.at - day)
    for link in Link.objects.exclude(checked_at=None):
        Link.objects.filter(pk=link.pk).update(checked_at=link.checked_at - day)


@pytest.mark.django_db
def test_a_link_is_dead_after_three_days_and_editors_are_told(stand_in: StandIn, client) -> None:
    url = f"{stand_in.url}/404"
    page = page_with(url)
    source = Source.objects.create(csl={"title": "A", "URL": url})
    assert run().dead == []
    assert run().checked == {}  # not twice a day
    day_passes()
    assert run().dead == []
    assert not statuses([source], for_editors=True)
    day_passes()
    assert run().dead == [url]
    (status,) = statuses([source], for_editors=True)[source.pk]
    assert status.kind == Kind.DEAD_LINK
    assert not status.is_for_readers
    assert status.url == f"https://web.archive.org/web/{url}"
    (finding,) = [each for each in findings_of(page) if each.code == "dead-link"]
    assert finding.field == "body"
    assert {row["page"] for row in BOARD_ROWS["dead-links"].pages()} == {page.pk}
    assert BOARD_ROWS["dead-links"].reasons([page.pk]) == {page.pk: "Dead links: 1."}
    assert LinkCheck.objects.count() == 3
    client.force_login(factories.superuser())
    html = client.get(reverse("links_report"), {"state": "dead"}).content.decode()
    assert url in html
    assert "Look for an archived copy" in html
    assert url not in client.get(reverse("links_report"), {"state": "alive"}).content.decode()


@pytest.mark.django_db
def test_a_link_that_is_taken_out_is_left_alone_and_its_history_kept(stand_in: StandIn) -> None:
    page = page_with(f"{stand_in.url}/200")
    run()
    page.body = []
    page.save()
    Link.objects.update(checked_at=timezone.now() - datetime.timedelta(days=30))
    assert run().links == 0
    assert LinkCheck.objects.count() == 1
    assert not LinkUse.objects.exists()


@pytest.mark.django_db
def test_drafts_own_pages_and_other_schemes_are_no_outside_links(settings) -> None:
    own = factories.home().get_site().hostname
    page_with(f"http://{own}/a/", "mailto:a@b.example", "/conditions/")
    factories.article(
        live=False, body=[("rich_text", '<p><a href="http://draft.example/">x</a></p>')]
    )
    assert run(minutes=0).links == 0


@pytest.mark.django_db
def test_without_network_nothing_is_called_gone(stand_in: StandIn, settings, monkeypatch) -> None:
    def getaddrinfo(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "x")

    settings.CITEWELL_DOI_SYSTEM = "https://doi.org"
    page_with("http://somewhere.example/404")
    monkeypatch.setattr(addresses.socket, "getaddrinfo", getaddrinfo)
    run()
    assert states() == {"404": "unclear"}


@pytest.mark.django_db
def test_the_command_reports(stand_in: StandIn) -> None:
    page_with(f"{stand_in.url}/200")
    out = io.StringIO()
    call_command("check_links", "--pause", "0", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {
        "links": 1, "checked": {"alive": 1}, "waiting": 0, "dead": [],
    }  # fmt: skip
    out = io.StringIO()
    call_command("check_links", stdout=out)
    assert "1 outside links; checked: none." in out.getvalue()
