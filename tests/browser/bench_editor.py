"""What editors wait for: ``make bench-editor``, on the demo, the production server.

A long article is opened, saved and autosaved in Chromium at full speed; then five editors
each have their own article open and all of them are autosaved at once, over and over.
"""

import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.long_pages import KINDS, make_article
from tests.browser.saving import LEAD, WATCHED, is_save, open_editors, write_at_once
from tests.browser.serving import Site, demo_in_browser, sign_in

BLOCKS = 150
TIMES = 5
ROUNDS = 20
SETTLED = 3_000  # milliseconds; what is typed while an answer is taken in waits for the next edit
BODY = "#panel-child-content-body-section"
MOUNTED = f"count => document.querySelectorAll('{BODY} [data-streamfield-child]').length >= count"
"""Each block of a stream and each entry of a list has this mark once it stands in the form."""


def opening(page: Page, url: str) -> float:
    """Seconds until every block stands in the form and the page has settled."""
    start = time.perf_counter()
    page.goto(url, wait_until="load")
    page.wait_for_function(MOUNTED, arg=BLOCKS)
    return time.perf_counter() - start


def saving(page: Page) -> float:
    """Seconds from the click on “Save draft” until the answer is there."""
    start = time.perf_counter()
    with page.expect_response(is_save) as waited:
        page.locator("button.action-save").first.click()
    assert waited.value.status < 400
    seconds = time.perf_counter() - start
    page.wait_for_timeout(SETTLED)
    page.wait_for_function(WATCHED)
    return seconds


def autosaving(page: Page, text: str) -> float:
    """Seconds from the request that the editor sends by itself until its answer is there."""
    with page.expect_response(is_save) as waited:
        page.locator(LEAD).press_sequentially(text, delay=200)  # milliseconds, as people type
    assert waited.value.json()["success"]
    waited.value.finished()
    page.wait_for_timeout(SETTLED)
    return float(waited.value.request.timing["responseEnd"]) / 1000


def say(what: str, seconds: list[float], target: str) -> None:
    """One line: the middle and the worst of what was measured."""
    print(  # noqa: T201
        f"{what}: median {statistics.median(seconds):.2f} s, worst {max(seconds):.2f} s "
        f"of {len(seconds)} (to reach: {target} s)"
    )


def one_long_page(browser: Browser, site: Site, folder: Path) -> None:
    """Opening, saving and autosaving an article of many blocks."""
    key = make_article(site, folder, "A long article", BLOCKS)
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(120_000)
    sign_in(page, site, "editor")
    url = f"{site.url}/admin/pages/{key}/edit/"
    opening(page, url)  # the browser keeps scripts and styles from here on
    say(
        f"{BLOCKS} blocks of {len(KINDS)} kinds open",
        [opening(page, url) for _ in range(TIMES)],
        "3",
    )
    page.wait_for_function(WATCHED)
    say("autosave", [autosaving(page, f"Changed {number}") for number in range(TIMES)], "0.7")
    say("save", [saving(page) for _ in range(TIMES)], "2")
    page.context.close()


def five_at_once(browser: Browser, site: Site, folder: Path) -> None:
    """Five articles autosaved at the same time, on SQLite, and what was kept of each."""
    editors = open_editors(browser, site, folder)
    seconds: list[float] = []
    lost = 0
    for number in range(ROUNDS):
        text = f"What the evidence shows, round {number}."
        answers = write_at_once(editors, text)
        seconds += [answer.request.timing["responseStart"] / 1000 for answer in answers]
        lost += sum(editor.kept() != text for editor in editors)
    say("five editors autosaved at once", seconds, "0.7")
    print(f"lost: {lost} of {len(seconds)} (to reach: 0)")  # noqa: T201


def main() -> None:
    """Measure and print."""
    with demo_in_browser() as (browser, site), tempfile.TemporaryDirectory() as folder:
        one_long_page(browser, site, Path(folder))
        five_at_once(browser, site, Path(folder))


if __name__ == "__main__":
    main()
