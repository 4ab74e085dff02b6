"""A real article, as a clinic published it, comes in by command and is found by search."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.editing import publish

pytestmark = pytest.mark.browser


def test_the_example_comes_in_whole_and_is_found(publisher, site, shared: Path) -> None:
    printed = site.manage("import_article", str(shared / "examples/lower-back-pain.txt"), "--json")
    article = json.loads(printed)
    assert article["title"].startswith("Can Upper Cervical")
    assert article["lead"]
    assert len(article["headings"]) == 4
    assert article["lists"] == [3, 4]
    assert article["references"] == 14
    assert article["teasers"] == 6

    page = publisher.page
    page.goto(f"{site.url}/admin/pages/{article['page_id']}/edit/")
    publish(page)
    expect(page.get_by_text("published", exact=False).first).to_be_visible(timeout=30_000)

    page.goto(f"{site.url}/search/?q=upper+cervical+lower+back+pain")
    page.get_by_role("link", name=article["title"]).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(article["title"])
    expect(page.locator("#references ~ * li, .reference-list li")).to_have_count(14)
    expect(page.locator(".card-grid .card, .card-grid li")).to_have_count(6)
