"""The rich text editors of a long page start when they are needed, and nothing is lost by it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched, watch
from tests.browser.long_pages import make_article
from tests.browser.saving import is_save
from tests.browser.serving import Site, sign_in

pytestmark = pytest.mark.browser

BLOCKS = 40
NEVER_IDLE = "window.requestIdleCallback = () => 0"
"""Only what comes near the window or gets the focus starts."""
STREAM = "#panel-child-content-body-section"
NOT_STARTED = f"{STREAM} .late-rich-text"
STARTED = f"{STREAM} .Draftail-Editor"


@pytest.fixture
def long_article(browser: Browser, site: Site, tmp_path: Path) -> Iterator[Watched]:
    """An article of many blocks, open in the admin."""
    key = make_article(site, tmp_path, "Many blocks", BLOCKS)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = watch(context, site)
    sign_in(watched.page, site, "editor")
    watched.page.add_init_script(NEVER_IDLE)
    open_article(watched.page, site, key)
    yield watched
    context.close()


def open_article(page: Page, site: Site, key: int) -> None:
    """The article's form, all of its blocks in it."""
    page.goto(f"{site.url}/admin/pages/{key}/edit/")
    expect(page.locator(f"{STREAM} [data-streamfield-child]").nth(BLOCKS - 1)).to_be_attached()


def last_text(page: Page) -> str:
    """What the form would send for the last rich text, as plain text."""
    field = page.locator(f"{STREAM} input[value*='\"blocks\"']").last
    state = json.loads(field.input_value())
    return " ".join(block["text"] for block in state["blocks"])


def test_what_is_far_from_the_window_is_read_and_not_started(long_article: Watched) -> None:
    page = long_article.page
    expect(page.locator(STARTED).first).to_be_visible()
    assert page.locator(NOT_STARTED).count() > page.locator(STARTED).count()
    expect(page.locator(NOT_STARTED).last).to_have_text("fewer")
    assert last_text(page) == "fewer"
    assert long_article.problems == []


def test_a_text_starts_when_the_page_is_scrolled_to_it(long_article: Watched) -> None:
    page = long_article.page
    started = page.locator(STARTED).count()
    page.locator(NOT_STARTED).last.scroll_into_view_if_needed()
    expect(page.locator(STARTED).last).to_contain_text("fewer")
    assert page.locator(STARTED).count() > started


def test_the_keyboard_starts_a_text_and_types_into_it(long_article: Watched) -> None:
    page = long_article.page
    page.locator(NOT_STARTED).last.focus()
    expect(page.locator(f"{STARTED} [contenteditable=true]").last).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" than before")
    expect(page.locator(STARTED).last).to_contain_text("fewer than before")


def test_texts_that_never_started_are_saved_as_they_were(long_article: Watched, site: Site) -> None:
    page = long_article.page
    before = page.locator(NOT_STARTED).all_inner_texts()
    page.fill("textarea[name=lead], input[name=lead]", "The lead alone was changed.")
    with page.expect_response(is_save) as saved:
        page.locator("button.action-save").first.click()
    assert saved.value.status < 400
    page.reload()
    expect(page.locator(f"{STREAM} [data-streamfield-child]").nth(BLOCKS - 1)).to_be_attached()
    assert page.locator(NOT_STARTED).all_inner_texts() == before
    assert last_text(page) == "fewer"


def test_a_copied_block_brings_the_text_that_had_not_started(long_article: Watched) -> None:
    page = long_article.page
    table = page.locator(f"{STREAM} section", has=page.locator(".late-rich-text")).last
    copies = page.locator(STREAM).get_by_text("fewer", exact=True)
    before = copies.count()
    table.get_by_role("button", name="Duplicate").last.click()
    expect(copies).to_have_count(before + 1)
