"""An editor pastes a list right into the references of an article and puts it live."""

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.editing import publish
from tests.browser.serving import Site
from tests.browser.test_accessibility import PHONE
from tests.browser.test_pasting_journey import axe_of_the_admin

pytestmark = pytest.mark.browser

SLUG = "how-do-i-prepare-for-an-appointment"
# Works that do not exist, and say so.
LIST = """References
1. Example A, Sample BC. An invented trial of slow walking. J Made Up Med. 2019;12(3):44-51.
doi: 10.1234/made.up.7
2. Sample, L. (2018). An invented review of warmth. Journal of Invented Care, 4(2), 10-19.
3. leaflet  on the shelf in room three
"""


def test_a_list_is_pasted_into_an_article_and_published(publisher: Watched, site: Site) -> None:
    page = publisher.page
    answer = page.request.get(f"{site.url}/api/v2/pages/?type=blog.ArticlePage&slug={SLUG}")
    page.goto(f"{site.url}/admin/pages/{answer.json()['items'][0]['id']}/edit/")
    section = page.locator("#panel-child-content-references-section")
    children = "[data-streamfield-list-container] > [data-streamfield-child]"
    entries = section.locator(children).filter(visible=True)
    section.get_by_role("button", name="Insert a block").click()
    expect(entries).to_have_count(1, timeout=20_000)  # an empty one, which goes

    section.get_by_role("button", name="Paste a list").press("Enter")
    window = page.get_by_role("dialog")
    window.get_by_label("References").fill(LIST)
    window.get_by_role("button", name="Read the references").click()
    expect(window.locator(".pasted")).to_have_count(3, timeout=30_000)
    expect(window.locator(".pasted .part--title").first).to_contain_text("An invented trial")
    expect(window.locator(".pasted .confidence").last).to_contain_text("Red")
    assert axe_of_the_admin(page, ".modal-body") == []
    page.set_viewport_size(PHONE)
    assert axe_of_the_admin(page, ".modal-body") == []
    page.set_viewport_size({"width": 1280, "height": 900})

    window.get_by_role("button", name="Put 3 references into the list").click()
    expect(section.get_by_role("status")).to_have_text("3 references were put into the list.")
    expect(entries).to_have_count(3)
    publish(page)

    live = page.get_by_role("link", name="View live").first
    page.goto(urljoin(site.url, str(live.get_attribute("href"))))
    references = page.locator(".reference-list li")
    expect(references).to_have_count(3)
    expect(references.nth(0)).to_contain_text("An invented trial of slow walking")
    expect(references.nth(2)).to_contain_text("leaflet on the shelf in room three")
    page.goto(f"{site.url}/admin/snippets/citewell_references/source/?q=invented")
    row = page.get_by_role("row").filter(has_text=re.compile("An invented trial"))
    expect(row).to_contain_text("10.1234/made.up.7")
