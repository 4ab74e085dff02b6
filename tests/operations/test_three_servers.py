"""Three servers behind nginx on one database and one Redis agree about everything shared."""

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tests.operations.machines import PASSWORD, PROJECT, Machine, machine

NUMBER = 3
PROXY = """
pid {folder}/nginx.pid;
error_log {folder}/error.log crit;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    upstream citewell {{ {servers} }}
    server {{
        listen 127.0.0.1:{port};
        add_header X-Served-By $upstream_addr always;
        location / {{
            proxy_pass http://citewell;
            proxy_set_header Host $http_host;
        }}
    }}
}}
"""
PUBLISH = """
from wagtail.models import Page
page = Page.objects.get(pk={key}).specific
page.title = {title!r}
page.save_revision().publish()
"""
SCHEDULE = """
from datetime import timedelta
from django.utils import timezone
from wagtail.models import Page
page = Page.objects.get(pk={key}).specific
page.title = {title!r}
page.go_live_at = timezone.now() + timedelta(seconds={seconds})
page.save_revision().publish()
"""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@dataclass
class Cluster:
    """A proxy and the servers behind it."""

    site: Machine
    proxy: str
    servers: list[str]


@pytest.fixture
def cluster(site: Machine, tmp_path: Path) -> Iterator[Cluster]:
    nginx, redis = shutil.which("nginx"), shutil.which("redis-server")
    if not nginx or not redis:
        pytest.skip("nginx or redis-server is not on this machine")
    port, store = free_port(), free_port()
    ports = [free_port() for _ in range(NUMBER)]
    with ExitStack() as stack:

        def start(command: list[str], environment: dict[str, str] | None = None) -> None:
            process = subprocess.Popen(
                command, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL
            )
            stack.callback(process.wait, 20)
            stack.callback(process.terminate)

        start(
            [
                redis,
                "--port",
                str(store),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--dir",
                str(tmp_path),
            ]
        )
        address = f"redis://127.0.0.1:{store}"
        shared = machine(
            site.data, site.environment.get("DATABASE_URL", ""),
            SECRET_KEY="the same on all of them, and long enough to be one",
            BASE_URL=f"http://localhost:{port}", CITEWELL_WORKERS="1",
            CITEWELL_CACHE_URL=f"{address}/0", CITEWELL_PAGE_CACHE=f"{address}/1",
            CITEWELL_DUE_INTERVAL="1",
        )  # fmt: skip
        for each in ports:
            start([sys.executable, "manage.py", "serve"], {**shared.environment, "PORT": str(each)})
        conf = tmp_path / "nginx.conf"
        servers = " ".join(f"server 127.0.0.1:{each};" for each in ports)
        conf.write_text(PROXY.format(folder=tmp_path, servers=servers, port=port))
        start([nginx, "-c", str(conf), "-g", "daemon off;"])
        cluster = Cluster(
            shared, f"http://localhost:{port}", [f"http://localhost:{p}" for p in ports]
        )
        for url in [*cluster.servers, cluster.proxy]:
            wait_for(f"{url}/healthz")
        yield cluster


def wait_for(url: str) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise RuntimeError(f"{url} did not answer within a minute")


class Browser:
    """Keeps cookies and sends forms."""

    def __init__(self) -> None:
        self.cookies = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self.served_by: set[str] = set()

    def get(self, url: str, data: dict[str, str] | None = None) -> str:
        body = urllib.parse.urlencode(data).encode() if data else None
        headers = {"Referer": url}
        with self.opener.open(urllib.request.Request(url, body, headers), timeout=60) as answer:
            self.served_by.add(answer.headers.get("X-Served-By", ""))
            text: str = answer.read().decode()
            return text

    def send(self, url: str, **values: str) -> str:
        """Fill in the form of a page and send it to the same address."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(url))
        assert token
        return self.get(url, {"csrfmiddlewaretoken": token[1], **values})

    def sign_in(self, url: str, username: str, password: str = PASSWORD) -> str:
        return self.send(f"{url}/admin/login/", username=username, password=password)


def status(ask: Callable[[], str]) -> int:
    """What a browser is answered."""
    try:
        ask()
    except urllib.error.HTTPError as error:
        return error.code
    return 200


RESTRICT = """
from home.models import PlainPage
from wagtail.models import PageViewRestriction
page = PlainPage.objects.filter(locale_id=1).last()
lock = PageViewRestriction.objects.create(page=page, restriction_type="password", password="sesame")
print(f"/_util/authenticate_with_password/{lock.pk}/{page.pk}/")
"""


@pytest.mark.slow
def test_tries_on_any_server_are_counted_by_all(cluster: Cluster) -> None:
    # Passwords of staff: the eleventh try is refused wherever it comes in.
    def sign_in(server: str, password: str) -> int:
        return status(lambda: Browser().sign_in(server, "publisher", password))

    for number in range(10):
        sign_in(cluster.servers[number % NUMBER], "guessed")
    assert {sign_in(server, PASSWORD) for server in cluster.servers} == {429}

    # Shared passwords of pages.
    path = cluster.site.python(RESTRICT)
    asked = [f"{server}{path}" for server in cluster.servers]

    def attempt(url: str, password: str) -> int:
        return status(lambda: Browser().send(url, password=password, return_url="/"))

    assert {attempt(asked[number % NUMBER], "guessed") for number in range(10)} == {200}
    assert {attempt(url, "sesame") for url in asked} == {429}


@pytest.mark.slow
def test_sessions_pages_search_and_what_is_due_are_the_same_on_all(cluster: Cluster) -> None:
    # One signing in holds on every server.
    editor = Browser()
    editor.sign_in(cluster.proxy, "editor")
    for _ in range(2 * NUMBER):
        assert "/admin/logout/" in editor.get(f"{cluster.proxy}/admin/")
    assert len(editor.served_by) == NUMBER

    # What one process publishes, none serves an older state of.
    key, path = cluster.site.python(
        "from home.models import PlainPage; p = PlainPage.objects.filter(locale_id=1).first()\n"
        "print(p.pk, p.url)"
    ).split()
    pages = [f"{url}{path}" for url in cluster.servers]
    before = [Browser().get(page) for page in pages]
    assert len({re.sub(r"nonce-\S+", "", text) for text in before}) == 1
    cluster.site.python(PUBLISH.format(key=key, title="Published zqonce"))
    assert all("Published zqonce" in Browser().get(page) for page in pages)

    # And all find it.
    for url in cluster.servers:
        assert path in Browser().get(f"{url}/search/?q=zqonce")

    # What falls due is published once, by whichever is asked first, and all serve it.
    cluster.site.python(SCHEDULE.format(key=key, title="Due zqtwice", seconds=3))
    time.sleep(4.5)
    with ThreadPoolExecutor(NUMBER) as pool:
        list(pool.map(lambda page: Browser().get(page), pages))
    assert all("Due zqtwice" in Browser().get(page) for page in pages)
    count = cluster.site.python(
        "from wagtail.models import PageLogEntry as Entry\n"
        f"print(Entry.objects.filter(page={key}, action='wagtail.publish.scheduled').count())"
    )
    assert count == "1"
