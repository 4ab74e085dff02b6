"""The real site in a real browser: the production server on a copy of its own data.

The journeys see the site as visitors do: debug off, the production server, its headers
and static files. Chromium is the system's.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
PASSWORD = "correct-horse-battery-staple"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Site:
    """A running site."""

    url: str
    environment: dict[str, str]

    def manage(self, *arguments: str) -> str:
        """Run a management command on the running site; its standard output."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=PROJECT,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo clinic, migrated, loaded and served."""
    data = tmp_path_factory.mktemp("site")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "DATA_DIR": str(data),
        "PORT": str(port),
        "ADMIN_PASSWORD": PASSWORD,
    }
    site = Site(f"http://localhost:{port}", environment)
    gathered = PROJECT / "var" / "static"
    if (gathered / "staticfiles.json").exists():
        (data / "static").symlink_to(gathered)
    else:
        site.manage("collectstatic", "--noinput", "--verbosity", "0")
    site.manage("migrate", "--verbosity", "0")
    site.manage("load_demo")
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_until_it_answers(site.url, server)
        yield site
    finally:
        server.terminate()
        server.wait(20)


def wait_until_it_answers(url: str, server: subprocess.Popen[bytes]) -> None:
    """Return once the site answers; fail after a minute or when the server has ended."""
    for _ in range(240):
        if server.poll() is not None:
            pytest.fail(f"the server ended with {server.returncode}")
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    pytest.fail("the server did not answer within a minute")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; a missing one fails, it never skips."""
    if CHROMIUM is None:
        pytest.fail("Chromium is missing: make chromium installs it.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@dataclass
class Watched:
    """A browser page and what went wrong on it."""

    page: Page
    problems: list[str] = field(default_factory=list)

    def go(self, url: str) -> int:
        """Open ``url``; its status."""
        response = self.page.goto(url)
        assert response is not None
        return response.status


def watch(context: BrowserContext, site: Site) -> Watched:
    """A new page that collects console messages, script errors and requests elsewhere."""
    watched = Watched(context.new_page())
    page = watched.page
    page.on(
        "console",
        lambda message: (
            message.type in {"error", "warning"}
            and watched.problems.append(f"console: {message.text}")
        ),
    )
    page.on("pageerror", lambda error: watched.problems.append(f"script: {error}"))
    page.on(
        "request",
        lambda request: (
            request.url.startswith(("http:", "https:"))
            and not request.url.startswith(site.url)
            and watched.problems.append(f"request to another host: {request.url}")
        ),
    )
    return watched


@pytest.fixture(params=[320, 1280], ids=["320px", "1280px"])
def visitor(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Watched]:
    """A visitor on a phone and on a desktop."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    yield watch(context, site)
    context.close()


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Watched]:
    """A visitor on the smallest phone."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True)
    yield watch(context, site)
    context.close()


@pytest.fixture
def no_script(browser: Browser, site: Site) -> Iterator[Watched]:
    """A visitor whose browser runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield watch(context, site)
    context.close()


@pytest.fixture
def publisher(browser: Browser, site: Site) -> Iterator[Watched]:
    """Somebody of the group Publisher, signed in to the admin."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = watch(context, site)
    page = watched.page
    page.goto(f"{site.url}/admin/login/")
    page.fill("input[name=username]", "publisher")
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url(f"{site.url}/admin/")
    yield watched
    context.close()
