"""The look and the comforts, in a real browser: what no style sheet's text can show."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Watched, watch
from tests.browser.serving import Site

pytestmark = pytest.mark.browser

PAGES = [
    "/",
    "/conditions/",
    "/conditions/symptoms/",
    "/conditions/low-back-pain/",
    "/articles/",
    "/articles/do-i-need-a-scan-for-back-pain/",
    "/services/",
    "/services/balance-clinic/",
    "/people/",
    "/people/ruth-calder/",
    "/contact/",
    "/search/?q=siatica",
]
#: Links within running text, and within a reference, are as large as their words.
SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, summary, input')]
  .filter(each => each.checkVisibility() && !each.closest(
    'p, .reference-list li > span:first-child, .visually-hidden, .skip-link'))
  .map(each => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < 24 || box.width < 24))
  .map(([text]) => text)"""


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_window_and_the_console_stays_empty(
    visitor: Watched, site: Site, path: str
) -> None:
    assert visitor.go(f"{site.url}{path}") == 200
    width = visitor.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0
    assert visitor.problems == []


@pytest.mark.parametrize("path", PAGES)
def test_every_control_is_large_enough_to_hit(phone: Watched, site: Site, path: str) -> None:
    phone.go(f"{site.url}{path}")
    assert phone.page.evaluate(SMALL_TARGETS) == []


def test_suggestions_are_chosen_by_keyboard(visitor: Watched, site: Site) -> None:
    page = visitor.page
    visitor.go(site.url)
    field = page.get_by_role("searchbox")
    field.focus()
    page.keyboard.type("sci", delay=40)
    combobox = page.get_by_role("combobox")
    expect(combobox).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    option = page.locator(f"#{combobox.get_attribute('aria-activedescendant')}")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(combobox).to_have_attribute("aria-expanded", "false")
    assert combobox.input_value() == "sci"
    page.keyboard.type("a", delay=40)
    expect(combobox).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/conditions/**")
    assert visitor.problems == []


def test_the_contents_list_follows_the_reader(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    watched = watch(context, site)
    watched.go(f"{site.url}/conditions/low-back-pain/")
    for name in ("Symptoms", "Treatments"):
        watched.page.locator(".contents").get_by_role("link", name=name).click()
        current = watched.page.locator(".contents a[aria-current]")
        expect(current).to_have_text(name)
        expect(current).to_be_in_viewport()
    context.close()


def test_the_menu_and_the_search_work_without_script(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    watched = watch(context, site)
    page = watched.page
    watched.go(f"{site.url}/conditions/")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Articles")
    expect(link).to_be_hidden()
    page.get_by_text("Menu", exact=True).click()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Articles")
    page.get_by_role("searchbox").fill("dizzy when I turn over")
    page.keyboard.press("Enter")
    expect(page.locator(".result-list a").first).to_be_visible()
    context.close()


def test_the_menu_stands_open_where_there_is_room(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = watch(context, site).page
    page.goto(f"{site.url}/conditions/")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Conditions")
    expect(link).to_be_visible()
    expect(link).to_have_attribute("aria-current", "page")
    context.close()


def test_the_emergency_card_can_be_read_without_colour(browser: Browser, site: Site) -> None:
    for options in ({"forced_colors": "active"}, {"color_scheme": "dark"}):
        context = browser.new_context(viewport={"width": 800, "height": 900}, **options)
        page = watch(context, site).page
        page.goto(f"{site.url}/conditions/low-back-pain/")
        card = page.locator(".care-card--emergency").first
        expect(card.get_by_text("Emergency")).to_be_visible()
        expect(card.get_by_role("link", name="999")).to_be_visible()
        assert (
            page.evaluate(
                "parseFloat(getComputedStyle(document.querySelector"
                "('.care-card--emergency')).borderTopWidth)"
            )
            >= 4
        )
        context.close()


def test_a_print_keeps_numbers_and_drops_controls(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 800, "height": 900})
    page = watch(context, site).page
    page.goto(f"{site.url}/conditions/low-back-pain/")
    page.emulate_media(media="print")
    expect(page.locator(".care-card--emergency").first.get_by_text("999").first).to_be_visible()
    for selector in (".search-form", ".menu", ".contents", ".skip-link"):
        expect(page.locator(selector).first).to_be_hidden()
    context.close()
