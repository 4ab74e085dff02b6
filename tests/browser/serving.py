"""Starting the real site on its demo, for journeys and for the pictures of the guide."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

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


@contextmanager
def serve_demo(data: Path, *, quiet: bool = False, **variables: str) -> Iterator[Site]:
    """The demo clinic, migrated, loaded and served from the folder ``data``.

    ``quiet`` silences what it says of wrong requests; ``variables`` are further
    settings, such as ``CITEWELL_WORKERS="3"``.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "DATA_DIR": str(data),
        "PORT": str(port),
        "ADMIN_PASSWORD": PASSWORD,
        **variables,
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
        stderr=subprocess.DEVNULL if quiet else None,
    )
    try:
        wait_until_it_answers(site.url, server)
        yield site
    finally:
        server.terminate()
        server.wait(20)


def wait_until_it_answers(url: str, server: subprocess.Popen[bytes]) -> None:
    """Return once the site answers; raise after a minute or when the server has ended."""
    for _ in range(240):
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}")
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise RuntimeError("the server did not answer within a minute")


def sign_in(page: Page, site: Site, username: str) -> None:
    """Sign in to the admin as one of the demo's users."""
    sign_in_at(page, f"{site.url}/admin/", username)


def sign_in_at(page: Page, admin: str, username: str) -> None:
    """The same by the admin's address."""
    page.goto(f"{admin}login/")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url(admin)


@contextmanager
def demo_in_browser(**variables: str) -> Iterator[tuple[Browser, Site]]:
    """A browser and the demo in a folder of its own, for what is no test: pictures, measures."""
    with (
        tempfile.TemporaryDirectory() as data,
        serve_demo(Path(data), **variables) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser, site
        browser.close()
