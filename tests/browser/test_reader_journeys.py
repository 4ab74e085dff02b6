"""Journeys of readers: own language, body area to condition, notes for a visit, a shared draft."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Watched, watch
from tests.browser.serving import Site

pytestmark = pytest.mark.browser

CONDITION = "/conditions/low-back-pain/"


def test_the_language_is_switched_and_the_page_kept(no_script: Watched, site: Site) -> None:
    page = no_script.page
    no_script.go(f"{site.url}{CONDITION}")
    page.get_by_role("navigation", name="Languages").get_by_role("link", name="العربيّة").click()
    expect(page).to_have_url(f"{site.url}/ar{CONDITION}")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(".care-card--emergency a[href='tel:999']").first).to_be_visible()
    page.get_by_role("link", name="Polski").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ból krzyża")


def test_a_body_area_leads_to_its_conditions(no_script: Watched, site: Site) -> None:
    page = no_script.page
    no_script.go(f"{site.url}/conditions/")
    page.get_by_role("link", name="By body area").click()
    page.get_by_role("link", name="Knee").click()
    page.get_by_role("link", name="Osteoarthritis of the knee", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Osteoarthritis of the knee")


def test_ticks_and_notes_stay_in_the_browser_until_deleted(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    watched = watch(context, site)
    page = watched.page
    watched.go(f"{site.url}{CONDITION}#prepare")
    delete = page.get_by_role("button", name="Delete ticks and notes")
    expect(delete).to_be_visible()
    page.get_by_label("What happens if I wait?").check()
    page.get_by_label("Your own notes").fill("Since Monday, worse when sitting.")
    page.reload()
    page.locator("#prepare").scroll_into_view_if_needed()
    expect(page.get_by_label("What happens if I wait?")).to_be_checked()
    expect(page.get_by_label("Your own notes")).to_have_value("Since Monday, worse when sitting.")
    delete.click()
    expect(page.get_by_label("Your own notes")).to_have_value("")
    assert page.evaluate("localStorage.length") == 0
    assert context.cookies() == []
    assert watched.problems == []
    context.close()


def test_the_questions_can_be_ticked_without_script(no_script: Watched, site: Site) -> None:
    page = no_script.page
    no_script.go(f"{site.url}{CONDITION}")
    page.get_by_label("What else could it be?").check()
    expect(page.get_by_role("button", name="Print this page")).to_be_hidden()


def test_a_draft_is_shared_read_without_account_and_taken_back(
    publisher: Watched, browser: Browser, site: Site
) -> None:
    page = publisher.page
    answer = page.request.get(f"{site.url}/api/v2/pages/?type=blog.ArticlePage&limit=1")
    article = answer.json()["items"][0]["id"]
    page.goto(f"{site.url}/admin/shared-drafts/{article}/")
    page.get_by_role("button", name="Make a link").click()
    address = page.locator("td a").first.get_attribute("href")
    outside = browser.new_context(java_script_enabled=False)
    reader = watch(outside, site)
    assert reader.go(f"{site.url}{address}") == 200
    expect(reader.page.get_by_text("Draft, not checked.")).to_be_visible()
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("cell", name="Opens no more")).to_be_visible()
    assert reader.go(f"{site.url}{address}") == 410
    outside.close()
