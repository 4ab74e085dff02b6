"""An editor cites, moves a block and sees the numbers follow; readers open the source.

The works do not exist, and say so.
"""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watched
from tests.browser.editing import publish
from tests.browser.serving import Site
from tests.browser.test_accessibility import findings
from tests.browser.test_editor_journey import insert

pytestmark = pytest.mark.browser

WALKING = (
    "Example A, Sample BC. An invented trial of slow walking. J Made Up Med. 2019;12(3):44-51."
)
WARMTH = "Sample L. An invented review of warmth. J Invented Care. 2018;4(2):10-9."


def paste_source(page: Page, text: str) -> None:
    """Paste a reference into the open window of the library."""
    window = page.get_by_role("dialog")
    window.get_by_role("tab", name="Paste a reference").click()
    window.get_by_label("Reference").fill(text)
    window.get_by_role("button", name="Add to the library").click()
    expect(window).to_have_count(0, timeout=20_000)


def texts(page: Page) -> Locator:
    """The rich text editors of the body."""
    body = page.locator("#panel-child-content-body-section")
    return body.locator(".Draftail-Editor [contenteditable=true]")


def numbers(page: Page) -> list[str | None]:
    """What the marks of the form show, in their order."""
    return [mark.get_attribute("data-number") for mark in page.locator(".citation-mark").all()]


@pytest.fixture(scope="module")
def cited() -> list[str]:
    """The address of the article, once the first journey put it live."""
    return []


def test_an_editor_cites_moves_a_block_and_sees_the_numbers_follow(
    publisher: Watched, site: Site, cited: list[str]
) -> None:
    page = publisher.page
    answer = page.request.get(f"{site.url}/api/v2/pages/?type=blog.ArticleIndexPage")
    index = answer.json()["items"][0]["id"]
    page.goto(f"{site.url}/admin/pages/add/blog/articlepage/{index}/")
    page.fill("input[name=title]", "Does warmth help a stiff back?")
    body = page.locator("#panel-child-content-body-section")
    insert(page, body, "Text")
    insert(page, body, "Text")

    texts(page).nth(0).click()
    page.keyboard.type("Walking may ease the pain.[@")
    paste_source(page, WALKING)
    expect(page.locator(".citation-mark")).to_have_count(1)
    expect(page.locator(".citation-mark")).to_have_attribute("data-number", "1")
    page.keyboard.type(" It takes time.")
    expect(texts(page).nth(0)).to_contain_text("Walking may ease the pain.")
    expect(texts(page).nth(0)).not_to_contain_text("[@")

    texts(page).nth(1).click()
    page.keyboard.type("Warmth may feel good.")
    body.get_by_role("button", name="Cite a source").nth(1).click()
    paste_source(page, WARMTH)
    expect(page.locator(".citation-mark")).to_have_count(2)
    page.keyboard.type(" Both do.[@")
    window = page.get_by_role("dialog")
    window.get_by_role("textbox").first.fill("slow walking")
    window.get_by_role("link", name="An invented trial of slow walking").click()
    expect(page.locator(".citation-mark")).to_have_count(3)
    expect(page.locator(".citation-mark").last).to_have_attribute(
        "title", "Example & Sample 2019. An invented trial of slow walking"
    )
    assert numbers(page) == ["1", "2", "1"]

    page.locator(".citation-mark").first.click()
    window.get_by_label("Where in it").fill("p. 45")
    window.get_by_role("button", name="Keep").click()
    expect(page.locator(".citation-mark").first).to_have_attribute("data-number", "1, p. 45")

    body.get_by_role("button", name="Move up").filter(visible=True).last.click()
    expect(page.locator(".citation-mark").first).to_have_attribute("data-number", "1")
    assert numbers(page) == ["1", "2", "2, p. 45"]

    publish(page)
    live = page.get_by_role("link", name="View live").first
    page.goto(urljoin(site.url, str(live.get_attribute("href"))))
    cited.append(page.url)
    expect(page.locator(".cite").first).to_have_text("[1]")
    expect(page.locator(".cite").nth(1)).to_have_text("[2]")
    expect(page.locator(".cite").nth(2)).to_have_text("[2 (p. 45)]")
    entries = page.locator(".reference-list li")
    expect(entries.nth(0)).to_contain_text("invented review of warmth")
    expect(entries.nth(1)).to_contain_text("invented trial of slow walking")
    entries.nth(1).get_by_role("doc-backlink", name="b").click()
    expect(page.locator("#cite-3")).to_be_in_viewport()
    assert publisher.problems == []


def test_typing_the_sign_and_leaving_the_window_keeps_what_was_typed(
    publisher: Watched, site: Site
) -> None:
    page = publisher.page
    answer = page.request.get(f"{site.url}/api/v2/pages/?type=blog.ArticleIndexPage")
    index = answer.json()["items"][0]["id"]
    page.goto(f"{site.url}/admin/pages/add/blog/articlepage/{index}/")
    body = page.locator("#panel-child-content-body-section")
    insert(page, body, "Text")
    texts(page).nth(0).click()
    page.keyboard.type("Write to us [@")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(texts(page).nth(0)).to_have_text("Write to us [@")


def test_a_finger_opens_the_card_on_a_small_phone(phone: Watched, cited: list[str]) -> None:
    page = phone.page
    page.goto(cited[0])
    mark = page.locator("#cite-1")
    mark.tap()
    card = page.get_by_role("dialog")
    expect(card).to_be_visible()
    expect(card).to_contain_text("[1]")
    expect(card).to_contain_text("invented review of warmth")
    box = card.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert findings(page) == []
    card.get_by_role("button", name="Close").tap()
    expect(card).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert phone.problems == []


def test_the_keyboard_opens_the_card_and_comes_back_to_the_mark(
    visitor: Watched, cited: list[str]
) -> None:
    page = visitor.page
    page.goto(cited[0])
    page.locator("#cite-2").focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog")
    expect(card).to_be_focused()
    expect(card).to_contain_text("invented trial of slow walking")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator("#cite-2")).to_be_focused()
    page.keyboard.press("Enter")
    card.get_by_role("link", name="In the list").click()
    expect(page.locator("#reference-2")).to_be_in_viewport()
    expect(card).to_be_hidden()
    assert visitor.problems == []


def test_every_mark_is_a_target_of_24_pixels_and_none_covers_another(
    visitor: Watched, cited: list[str]
) -> None:
    page = visitor.page
    page.goto(cited[0])
    # A row of marks, as a well-founded sentence has them.
    page.evaluate(
        """() => {
          const row = document.querySelector('.cite');
          const mark = row.querySelector('a');
          for (const text of ['2', '4–6', '12']) {
            const more = mark.cloneNode(true);
            more.textContent = text;
            row.append(',', more);
          }
        }"""
    )
    boxes = page.locator(".cite a, .cited-at a").evaluate_all(
        "marks => marks.map((mark) => mark.getBoundingClientRect().toJSON())"
    )
    assert len(boxes) >= 7
    for box in boxes:
        assert box["width"] >= 24
        assert box["height"] >= 24
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = (
                one["right"] <= other["left"] + 0.5
                or other["right"] <= one["left"] + 0.5
                or one["bottom"] <= other["top"] + 0.5
                or other["bottom"] <= one["top"] + 0.5
            )
            assert apart, (one, other)


def test_without_script_a_mark_leads_to_the_list_and_on_paper_the_list_is_whole(
    no_script: Watched, cited: list[str]
) -> None:
    page = no_script.page
    page.goto(cited[0])
    page.locator("#cite-1").click()
    assert page.url.endswith("#reference-1")
    expect(page.locator("#reference-1")).to_be_in_viewport()
    page.emulate_media(media="print")
    entries = page.locator(".reference-list li")
    expect(entries).to_have_count(2)
    for entry in entries.all():
        expect(entry).to_be_visible()
    expect(page.locator(".cite").first).to_be_visible()
    expect(page.locator(".cited-at").first).to_be_hidden()
