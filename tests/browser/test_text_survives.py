"""What an editor types survives a dropped line, a session that ended and a server that is gone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.long_pages import make_article
from tests.browser.saving import LEAD, WATCHED, Editor, is_save
from tests.browser.serving import Site, sign_in

pytestmark = pytest.mark.browser
WAIT = 4_000  # milliseconds: longer than the pause after which a change is saved by itself


@pytest.fixture
def editor(browser: Browser, site: Site, tmp_path: Path) -> Iterator[Editor]:
    key = make_article(site, tmp_path, "An article", 3)
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(60_000)
    sign_in(page, site, "editor")
    url = f"{site.url}/admin/pages/{key}/edit/"
    page.goto(url, wait_until="load")
    page.wait_for_function(WATCHED)
    yield Editor(page, url)
    page.context.close()


def saves(editor: Editor, text: str) -> None:
    """What is written next is saved by itself, with all that was written before."""
    with editor.page.expect_response(is_save) as answer:
        editor.write(text)
    assert answer.value.ok
    assert editor.kept() == text


def test_a_line_that_drops_and_comes_back(editor: Editor) -> None:
    editor.page.context.set_offline(True)
    editor.write("Written while the line was down.")
    editor.page.wait_for_timeout(WAIT)
    expect(editor.page.locator(LEAD)).to_have_value("Written while the line was down.")
    editor.page.context.set_offline(False)
    saves(editor, "Written while the line was down. And after.")


def test_a_server_that_is_gone_for_a_while(editor: Editor) -> None:
    def gone(route: Route) -> None:
        route.fulfill(status=503, body="The site cannot answer right now")

    editor.page.route("**/edit/**", gone)
    editor.write("Written while the server was gone.")
    editor.page.wait_for_timeout(WAIT)
    expect(editor.page.locator(LEAD)).to_have_value("Written while the server was gone.")
    editor.page.unroute("**/edit/**", gone)
    saves(editor, "Written while the server was gone. And after.")
