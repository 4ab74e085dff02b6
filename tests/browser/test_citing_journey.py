"""Citing: an editor cites and moves a paragraph, readers open the card, on paper all is there."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from citewell.references.formats import read
from tests.browser.conftest import Watched, watch
from tests.browser.editing import publish
from tests.browser.serving import Site

pytestmark = pytest.mark.browser

ARTICLE = "/articles/is-it-safe-to-exercise-with-back-pain/"
SLUG = "why-does-pain-last"
MARKS = 'a[role="doc-noteref"]'
REVIEW, GUIDELINE = "Exercise therapy for chronic low back pain", "Low back pain and sciatica"


def the_card(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Source")


def test_a_mark_opens_its_card_by_touch(phone: Watched, site: Site) -> None:
    page = phone.page
    assert phone.go(site.url + ARTICLE) == 200
    page.locator(MARKS).first.tap()
    card = the_card(page)
    expect(card).to_be_visible()
    expect(card).to_contain_text(REVIEW)
    expect(card).to_contain_text("a summary of many trials")
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    card.get_by_role("button", name="Close").tap()
    expect(card).to_be_hidden()
    page.locator(MARKS).nth(1).tap()
    expect(card).to_contain_text(GUIDELINE)
    card.get_by_role("link", name="In the list").tap()
    expect(card).to_be_hidden()
    assert page.url.endswith("#reference-2")
    assert phone.problems == []


def test_a_mark_opens_its_card_by_keyboard_and_gives_the_focus_back(
    browser: Browser, site: Site
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    reader = watch(context, site)
    page = reader.page
    assert reader.go(site.url + ARTICLE) == 200
    mark = page.locator(MARKS).first
    mark.focus()
    page.keyboard.press("Enter")
    card = the_card(page)
    expect(card).to_be_visible()
    expect(card).to_be_focused()
    page.keyboard.press("Tab")
    assert card.evaluate("card => card.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(mark).to_be_focused()
    assert reader.problems == []
    context.close()


def test_each_mark_of_a_row_is_large_enough_to_hit(phone: Watched, site: Site) -> None:
    assert phone.go(f"{site.url}/conditions/neck-pain/") == 200
    # Three sources side by side, as the page writes one.
    phone.page.evaluate(
        """() => {
            const group = document.querySelector('sup.cite');
            const mark = group.querySelector('a').outerHTML;
            group.innerHTML = `[${mark},${mark},${mark}]`;
        }"""
    )
    boxes = [
        mark.bounding_box() for mark in phone.page.locator("sup.cite").first.locator("a").all()
    ]
    assert len(boxes) == 3
    for box, following in zip(boxes, [*boxes[1:], None], strict=True):
        assert box
        assert min(box["width"], box["height"]) >= 24
        if following and following["y"] == box["y"]:
            assert following["x"] >= box["x"] + box["width"]


def test_without_script_a_mark_leads_to_the_list_and_back(no_script: Watched, site: Site) -> None:
    page = no_script.page
    assert no_script.go(site.url + ARTICLE) == 200
    mark = page.locator(MARKS).first
    mark.click()
    assert page.url.endswith("#reference-1")
    entry = page.locator("#reference-1")
    expect(entry).to_contain_text(REVIEW)
    entry.locator('a[role="doc-backlink"]').click()
    assert page.url.endswith(f"#{mark.get_attribute('id')}")


def test_on_paper_the_list_is_whole_and_has_no_card(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 700, "height": 900})
    reader = watch(context, site)
    assert reader.go(site.url + ARTICLE) == 200
    reader.page.emulate_media(media="print")
    marks = reader.page.locator(MARKS)
    assert marks.all_inner_texts() == ["1", "2"]
    expect(reader.page.locator(".reference-list > li")).to_have_count(2)
    expect(reader.page.locator("#reference-2")).to_be_visible()
    expect(the_card(reader.page)).to_have_count(0)
    context.close()


def append_text(page: Page, body: Locator) -> Locator:
    """A new text at the end of the body, empty, with the caret in it."""
    blocks = body.locator("[data-streamfield-child]")
    before = blocks.count()
    body.get_by_role("button", name="Insert a block").filter(visible=True).last.click()
    page.locator("[role=option]:visible").filter(has_text=re.compile("^Text$")).click()
    expect(blocks).to_have_count(before + 1, timeout=20_000)
    block = blocks.nth(before)
    block.locator("[contenteditable=true]").click()
    return block


def choose(page: Page, words: str) -> None:
    """Choose a source of the library in the window that is open."""
    window = page.get_by_role("dialog")
    window.get_by_label("Search term").fill(words)
    window.get_by_role("link", name=re.compile(words)).first.click()
    expect(window).to_be_hidden(timeout=20_000)


def numbers(body: Locator) -> list[tuple[str, bool]]:
    """The marks of a form in their order: the number, and whether it is the review's."""
    marks = body.locator(".citation-mark").all()
    return [
        (str(mark.get_attribute("data-number")), REVIEW in str(mark.get_attribute("title")))
        for mark in marks
    ]


def test_an_editor_cites_moves_a_paragraph_and_readers_take_the_sources_along(
    publisher: Watched, site: Site
) -> None:
    page = publisher.page
    answer = page.request.get(f"{site.url}/api/v2/pages/?type=blog.ArticlePage&slug={SLUG}")
    page.goto(f"{site.url}/admin/pages/{answer.json()['items'][0]['id']}/edit/")
    body = page.locator("#panel-child-content-body-section")

    first = append_text(page, body)
    page.keyboard.type("Moving helps a little. [@", delay=20)
    choose(page, REVIEW)
    expect(first.locator(".citation-mark")).to_have_attribute("data-number", "1")

    second = append_text(page, body)
    page.keyboard.type("The guideline says more.")
    page.keyboard.press("Shift+Home")  # the buttons come with a selection; the mark, behind it
    page.get_by_role("button", name="Cite a source").filter(visible=True).first.click()
    choose(page, GUIDELINE)
    expect(second.locator(".citation-mark")).to_have_attribute("data-number", "2")
    assert numbers(body) == [("1", True), ("2", False)]

    second.get_by_role("button", name="Move up").first.click()
    expect(body.locator(".citation-mark").first).to_have_attribute("title", re.compile(GUIDELINE))
    expect(body.locator(".citation-mark").first).to_have_attribute("data-number", "1")
    assert numbers(body) == [("1", False), ("2", True)]
    publish(page)

    live = page.get_by_role("link", name="View live").first
    page.goto(urljoin(site.url, str(live.get_attribute("href"))))
    assert page.locator(MARKS).all_inner_texts() == ["1", "2"]
    expect(page.locator("#reference-1")).to_contain_text(GUIDELINE)
    expect(page.locator("#reference-2")).to_contain_text(REVIEW)
    with page.expect_download() as download:
        page.get_by_role("link", name="RIS").click()
    data = Path(download.value.path()).read_bytes()
    titles = [str(one.csl.get("title")) for one in read("sources.ris", data).readings]
    assert titles[0].startswith(GUIDELINE)
    assert titles[1:] == [REVIEW]
    assert publisher.problems == []
