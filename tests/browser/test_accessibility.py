"""Axe finds nothing on any kind of page: on a desktop, on the smallest phone, in the dark.

Every rule of axe-core that is ready for use is asked, best practice and the contrast of
7:1 among them; in the dark only the colours are, nothing else changes there.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.kinds import KINDS
from tests.browser.serving import Site

pytestmark = pytest.mark.browser

CONTRAST = ["color-contrast", "color-contrast-enhanced"]
ALL: dict[str, Any] = {
    "resultTypes": ["violations"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}
COLOURS: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": CONTRAST}
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """A page whose window and colour scheme the tests set."""
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def findings(page: Page, options: dict[str, Any] = ALL) -> list[str]:
    """What axe has to say about the page: the rule, the element, why."""
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:120]} ({node['failureSummary']})"
        for violation in found
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(reader: Page, site: Site, kind: str) -> None:
    reader.emulate_media(color_scheme="light")
    reader.set_viewport_size(DESKTOP)
    reader.goto(f"{site.url}{KINDS[kind]}")
    wide = findings(reader)
    reader.set_viewport_size(PHONE)
    narrow = findings(reader)
    reader.emulate_media(color_scheme="dark")
    dark = findings(reader, COLOURS)
    assert {"1280": wide, "320": narrow, "dark": dark} == {"1280": [], "320": [], "dark": []}


def test_a_fault_is_found(reader: Page, site: Site) -> None:
    reader.goto(site.url)
    reader.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x>')")
    assert any(finding.startswith("image-alt") for finding in findings(reader))
