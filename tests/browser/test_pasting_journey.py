"""An editor pastes a list of references, corrects one, saves, finds it and merges a double."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from demo.sources import PASTED
from tests.browser.conftest import Watched, watch
from tests.browser.serving import Site, sign_in
from tests.browser.test_accessibility import DESKTOP, PHONE

pytestmark = pytest.mark.browser

DOUBLE = re.compile("A theoretical basis for maintenance")
# The demo's list of fourteen, one of them again in another style, and one that is no reference.
LIST = "\n".join(
    [
        "References",
        *(f"{number}. {line}" for number, line in enumerate(PASTED, 1)),
        "15. Taylor DN (2011). A theoretical basis for maintenance of spinal manipulative "
        "therapies for the chiropractic profession. Journal of Chiropractic Humanities.",
        "16. leaflet on the shelf in room two",
    ]
)


@pytest.fixture
def author(browser: Browser, site: Site) -> Iterator[Watched]:
    """Somebody of the group Author, who writes and may add sources."""
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")
    watched = watch(context, site)
    sign_in(watched.page, site, "author")
    yield watched
    context.close()


def paste(page: Page, site: Site, text: str) -> None:
    """From the library to the list of what was read."""
    page.goto(f"{site.url}/admin/snippets/citewell_references/source/")
    page.get_by_role("link", name="Paste references").click()
    page.get_by_label("References", exact=True).fill(text)
    page.get_by_role("button", name="Read the references").click()
    expect(page.get_by_role("button", name="Save what is ticked")).to_be_visible(timeout=30_000)


# Contrast of 4.5:1: the admin's colours are Wagtail's.
ALL: dict[str, Any] = {"resultTypes": ["violations"]}
TRANSITIONS_ENDED = """() => Promise.allSettled(
    document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished)
)"""
COLOURS: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}


def axe_of_the_admin(page: Page, part: str = "#main", options: dict[str, Any] = ALL) -> list[str]:
    """What axe has to say about a part of an admin page."""
    # Wagtail fades its buttons into the dark; axe would read a colour on the way.
    page.evaluate(TRANSITIONS_ENDED)
    found = Axe().run(page, context=part, options=options).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in found
        for node in violation["nodes"]
    ]


def check_access(page: Page) -> None:
    """Axe finds nothing wide, narrow and in the dark, and nothing is wider than a phone."""
    found = {"1280": axe_of_the_admin(page)}
    page.set_viewport_size(PHONE)
    found["320"] = axe_of_the_admin(page)
    is_narrow = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.emulate_media(color_scheme="dark")
    found["dark"] = axe_of_the_admin(page, options=COLOURS)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(DESKTOP)
    assert found == {"1280": [], "320": [], "dark": []}
    assert is_narrow


def test_a_list_is_pasted_corrected_saved_found_and_a_double_merged(
    author: Watched, publisher: Watched, site: Site
) -> None:
    page = author.page
    paste(page, site, LIST)
    lines = page.locator(".pasted")
    expect(lines).to_have_count(16)
    second, last = lines.nth(1), lines.nth(15)
    expect(second.locator(".confidence")).to_contain_text("read with confidence")
    expect(second.locator(".part--title")).to_contain_text("Cervical cord compression")
    expect(second.locator(".part--identifier")).to_contain_text("10.1007/s00586-010-1585-5")
    expect(last.locator(".confidence")).to_contain_text("not understood")
    check_access(page)

    page.get_by_role("button", name="Correct reference 16").click()
    page.get_by_label("Title", exact=True).fill("A leaflet of our own")
    page.get_by_label("PMID").fill("not a number")
    page.get_by_role("button", name="Keep the correction").click()
    expect(page.get_by_text("is not a valid PMID", exact=False)).to_be_visible()
    expect(page.get_by_label("Title", exact=True)).to_have_value("A leaflet of our own")
    check_access(page)
    page.get_by_label("PMID").fill("")
    page.get_by_role("button", name="Keep the correction").click()
    expect(last.locator(".confidence")).to_contain_text("checked by a person")

    page.get_by_role("button", name="Save what is ticked").click()
    # Two of the fourteen the demo cites, so its library has them.
    expect(page.get_by_text("14 sources came into the library.")).to_be_visible()
    expect(page.get_by_text("2 were there already.")).to_be_visible()
    page.get_by_role("link", name="See what came in").click()
    expect(page.get_by_role("link", name="A leaflet of our own")).to_be_visible()
    expect(page.get_by_role("link", name=DOUBLE)).to_have_count(2)

    merge(publisher.page, site)
    paste(page, site, LIST)
    expect(page.get_by_text("Already in the library:")).to_have_count(16)


def merge(page: Page, site: Site) -> None:
    """Find the double in the library and merge it."""
    page.goto(f"{site.url}/admin/snippets/citewell_references/source/?q=theoretical")
    for box in page.get_by_role("row").filter(has_text=DOUBLE).all():
        box.get_by_role("checkbox").check()
    page.get_by_role("link", name="Merge", exact=False).filter(visible=True).first.click()
    page.get_by_role("button", name="Merge").click()
    page.get_by_role("button", name="Merge").click()
    expect(page.locator(".messages .success")).to_contain_text("Merged into")
    page.goto(f"{site.url}/admin/snippets/citewell_references/source/?q=theoretical")
    expect(page.get_by_role("link", name=DOUBLE)).to_have_count(1)


def test_it_works_without_script(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    sign_in(page, site, "author")
    page.goto(f"{site.url}/admin/references/paste/")
    page.get_by_label("References", exact=True).fill("Grove T. Shoes and knees at night. 2011.")
    page.locator("form[data-edit-form] button[type=submit]").first.click()
    expect(page.locator(".pasted")).to_have_count(1)
    page.get_by_role("checkbox", name="Save reference 1").check()
    page.get_by_role("button", name="Save what is ticked").click()
    expect(page.get_by_text("1 source came into the library.")).to_be_visible()
    context.close()


def test_the_shared_list_is_read_whole(author: Watched, site: Site, shared: Path) -> None:
    text = (shared / "examples" / "lower-back-pain.txt").read_text(encoding="utf-8")
    paste(author.page, site, text)
    expect(author.page.locator(".pasted")).to_have_count(14)
    author.page.get_by_role("button", name="Discard the list").click()
    expect(author.page.get_by_text("The pasted list was discarded.")).to_be_visible()
