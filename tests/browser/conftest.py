"""The real site in a real browser: the production server on a copy of its own data.

The journeys see the site as visitors do: debug off, the production server, its headers
and static files. Chromium is the system's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.serving import CHROMIUM, FLAGS, Site, serve_demo, sign_in


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo clinic, migrated, loaded and served."""
    with serve_demo(tmp_path_factory.mktemp("site")) as served:
        yield served


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
    sign_in(watched.page, site, "publisher")
    yield watched
    context.close()
