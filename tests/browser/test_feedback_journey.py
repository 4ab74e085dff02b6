"""An error is reported without cookie and script, judged, corrected, closed, erased."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.editing import publish
from tests.browser.serving import Site

pytestmark = pytest.mark.browser

PREPARE = """
from urllib.parse import urlsplit
from wagtail.models import Site
from home.models import PlainPage
home = Site.objects.get(is_default_site=True).root_page
page = home.add_child(instance=PlainPage(title="How to find us", slug="find-us", lead="Bus 12."))
page.save_revision().publish()
print("PAGE", page.pk, urlsplit(page.get_url()).path)
"""


def test_an_error_is_reported_judged_corrected_closed_and_erased(
    no_script: Watched, publisher: Watched, site: Site
) -> None:
    key, path = re.findall(r"PAGE (\d+) (\S+)", site.manage("shell", "-c", PREPARE))[0]
    reader, editor = no_script.page, publisher.page
    live = site.url + path

    reader.goto(live)
    reader.get_by_role("button", name="No", exact=True).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Thank you")
    reader.get_by_label("It seems out of date").check()
    reader.get_by_role("button", name="Send").click()
    expect(reader.get_by_text("Your answer is counted.")).to_be_visible()

    reader.goto(live)
    reader.get_by_role("link", name="Report an error").click()
    expect(reader.get_by_text("nothing about your own health")).to_be_visible()
    reader.get_by_label("What is wrong").fill("The bus is number 21.")
    reader.get_by_role("button", name="Send").click()
    expect(reader.get_by_text("Your report has arrived.")).to_be_visible()
    address = reader.get_by_role("link", name=re.compile("feedback.answer")).get_attribute("href")
    assert reader.context.cookies() == []
    assert no_script.problems == []

    editor.goto(f"{site.url}/admin/feedback/")
    editor.get_by_role("link", name="How to find us").first.click()
    expect(editor.get_by_text("The bus is number 21.")).to_be_visible()
    editor.get_by_label("the reader is right").check()
    editor.get_by_role("button", name="Save", exact=True).click()
    expect(editor.get_by_text("the page is to be corrected")).to_be_visible()

    editor.goto(f"{site.url}/admin/pages/{key}/edit/")
    editor.fill("textarea[name=lead]", "Bus 21.")
    publish(editor)
    editor.goto(f"{site.url}/admin/feedback/")
    editor.get_by_role("link", name="How to find us").first.click()
    editor.get_by_label("The page is corrected").check()
    editor.get_by_role("button", name=re.compile("close and erase")).click()
    expect(editor.locator("#main").get_by_role("alert")).to_contain_text("Write an answer first")
    editor.get_by_label("Answer").fill("It is 21 now.")
    editor.get_by_role("button", name=re.compile("close and erase")).click()
    expect(editor.get_by_text("the reader's words are erased")).to_be_visible()

    reader.goto(site.url + (address or ""))
    expect(reader.get_by_text("It is 21 now.")).to_be_visible()
    reader.goto(live)
    expect(reader.get_by_text("Bus 21.")).to_be_visible()
    assert site.manage("erase_feedback", "--days", "-1").strip().endswith("1 reports erased.")
    reader.goto(site.url + (address or ""))
    expect(reader.get_by_text("There is nothing here")).to_be_visible()
