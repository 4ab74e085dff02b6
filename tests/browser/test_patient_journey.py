"""A patient searches in their own words, opens a page, and finds every page in order."""

import pytest
from playwright.sync_api import expect

from demo.registry import PAGES

pytestmark = pytest.mark.browser

PATHS = ("/", "/search/?q=sciatica", *(page.path for page in PAGES))


def test_a_misspelt_word_leads_to_the_page(phone, site) -> None:
    page = phone.page
    phone.go(f"{site.url}/")
    page.locator("main input[name=q]").fill("siatica")
    page.keyboard.press("Enter")
    expect(page.get_by_text("sciatica", exact=False).first).to_be_visible()
    page.get_by_role("link", name="Sciatica", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sciatica")
    assert not phone.problems


def test_own_words_lead_to_the_page(phone, site) -> None:
    phone.go(f"{site.url}/search/?q=dizzy+when+I+turn+over")
    links = phone.page.locator("main ol").first.get_by_role("link")
    titles = links.all_inner_texts()[:5]
    assert any("vertigo" in title or "turn over" in title for title in titles), titles


def test_emergencies_stand_before_all_else(phone, site) -> None:
    phone.go(f"{site.url}/conditions/low-back-pain/")
    page = phone.page
    help_top = page.locator(".care-card--emergency").first.bounding_box()
    aspects_top = page.get_by_role("heading", name="Overview").first.bounding_box()
    assert help_top is not None
    assert aspects_top is not None
    assert help_top["y"] < aspects_top["y"]
    call = page.locator(".care-card--emergency a[href='tel:999']").first
    expect(call).to_be_visible()


def test_search_works_without_script(no_script, site) -> None:
    page = no_script.page
    no_script.go(f"{site.url}/")
    page.locator("main input[name=q]").fill("slipped disc")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Slipped disc", exact=True).first).to_be_visible()


def test_a_missing_page_offers_search(phone, site) -> None:
    assert phone.go(f"{site.url}/there-is-no-such-page/") == 404
    expect(phone.page.locator("main input[name=q]")).to_be_visible()


@pytest.mark.parametrize("path", PATHS)
def test_every_page_opens_with_an_empty_console_and_no_sideways_scroll(
    visitor, site, path: str
) -> None:
    assert visitor.go(f"{site.url}{path}") == 200
    assert not visitor.problems
    wider = visitor.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert wider <= 0
    assert visitor.page.context.cookies() == []
