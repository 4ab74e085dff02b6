"""An editor writes a condition page with ten blocks, previews it and puts it live."""

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.editing import publish

pytestmark = pytest.mark.browser

BLOCKS = (
    "Heading",
    "Text",
    "List",
    "Quote",
    "Key facts",
    "Steps",
    "Callout",
    "Myth and fact",
    "Questions and answers",
    "Do and don't",
)


def insert(page: Page, where: Locator, label: str) -> None:
    """Open the menu of blocks at the end of a stream and choose ``label``.

    The last button belongs to the stream around; the one before it to the innermost.
    """
    buttons = where.get_by_role("button", name="Insert a block").filter(visible=True)
    # Buttons move and fade as a block unfolds; its element is there at once.
    blocks = where.locator("[data-streamfield-child]")
    before = blocks.count()
    options = page.locator("[role=option]:visible")
    expect(options).to_have_count(0, timeout=20_000)
    buttons.nth(max(buttons.count() - 2, 0)).click()
    options.filter(has_text=re.compile(f"^{re.escape(label)}$")).click()
    expect(blocks).not_to_have_count(before, timeout=20_000)


def fill_what_is_empty(page: Page, where: Locator, text: str) -> None:
    """Type ``text`` into every empty text field and rich text editor, addresses left out."""
    for field in where.locator("input[type=text], textarea").filter(visible=True).all():
        name = field.get_attribute("name")
        if name and not name.endswith("_link") and not field.input_value():
            field.fill(text)
    for editor in where.locator(".Draftail-Editor [contenteditable=true]").all():
        if not editor.inner_text().strip():
            editor.click()
            page.keyboard.type(text)


def test_ten_blocks_are_written_previewed_and_put_live(publisher, site) -> None:
    page = publisher.page
    answer = page.request.get(f"{site.url}/api/v2/pages/?type=conditions.ConditionIndexPage")
    index = answer.json()["items"][0]["id"]
    page.goto(f"{site.url}/admin/pages/add/conditions/conditionpage/{index}/")
    page.fill("input[name=title]", "Trigger thumb")
    page.fill("textarea[name=summary]", "A thumb that catches when it is bent.")

    help_section = page.locator("#panel-child-content-when_to_get_help-section")
    help_section.get_by_role("button", name="Insert a block").last.click()
    help_section.locator("select").select_option("routine")
    fill_what_is_empty(page, help_section, "Ask for help when the thumb stays locked.")

    aspects = page.locator("#panel-child-content-aspects-section")
    overview = aspects.locator("[data-streamfield-child]").first  # a new page has it, empty
    for label in BLOCKS:
        insert(page, overview, label)
    for add in aspects.get_by_role("button", name="Add").filter(visible=True).all():
        add.click()
    fill_what_is_empty(page, aspects, "The tendon catches where it passes its sheath.")

    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("iframe#w-preview-iframe, iframe[title=Preview]").first
    expect(preview.get_by_role("heading", level=1)).to_have_text("Trigger thumb", timeout=20_000)
    page.get_by_role("button", name="Toggle preview").click()

    publish(page)
    expect(page.get_by_text("Trigger thumb").first).to_be_visible(timeout=20_000)
    live = page.get_by_role("link", name="View live").first
    page.goto(urljoin(site.url, str(live.get_attribute("href"))))

    expect(page.get_by_role("heading", level=1)).to_have_text("Trigger thumb")
    expect(page.get_by_role("heading", name="Outlook")).to_have_count(0)  # nobody wrote it
    expect(page.get_by_text("The tendon catches where it passes its sheath.").first).to_be_visible()
    expect(page.get_by_text("Ask for help when the thumb stays locked.").first).to_be_visible()


def test_the_new_page_is_found_by_search_at_once(publisher, site) -> None:
    page = publisher.page
    page.goto(f"{site.url}/search/?q=triger+thumb")
    expect(page.get_by_role("link", name="Trigger thumb")).to_be_visible()
