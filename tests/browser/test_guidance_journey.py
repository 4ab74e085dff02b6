"""Guidance changes: the phrase is found everywhere, becomes tasks, the tasks are done."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.serving import Site

pytestmark = pytest.mark.browser

PREPARE = """
from urllib.parse import urlsplit
from django.contrib.auth import get_user_model
from wagtail.models import Locale, Site
from citewell.review.policy import change_policy
from citewell.organisation.signals import renew_stamps
from citewell.wording.models import GlossaryTerm
from blog.models import ArticlePage, ArticleIndexPage

home = Site.objects.get(is_default_site=True).root_page
section = home.add_child(instance=ArticleIndexPage(title="Swollen knee", slug="swollen-knee"))
admin = get_user_model().objects.get(username="admin")
change_policy(section, "off", admin, reason="A journey.")
dose = "Rest for 48 hours, then move."
def article(title, **fields):
    fields = {"lead": dose, **fields}
    page = ArticlePage(title=title, slug=title.lower().replace(" ", "-"), **fields)
    section.add_child(instance=page)
    return page
page = article("Knee at work", body=[("rich_text", "<p>A bursa swells. Each bursa does.</p>")])
draft = article("Knee at night", live=False)
draft.save_revision()
polish = Locale.objects.get(language_code="pl")
section.copy_for_translation(polish, copy_parents=True)
page.copy_for_translation(polish).save_revision()
term = GlossaryTerm.objects.create(
    term="bursa", definition="A small cushion. When swollen: rest for 48 hours, then move.",
    locale=Locale.objects.get(language_code="en-gb"))
GlossaryTerm.objects.filter(pk=term.pk).update(
    shown={"term": "bursa", "forms": "", "definition": term.definition})
renew_stamps()
print("PAGE", urlsplit(page.get_url()).path)
"""


def test_a_phrase_is_found_everywhere_and_its_tasks_are_done(
    publisher: Watched, no_script: Watched, site: Site
) -> None:
    path = re.findall(r"PAGE (\S+)", site.manage("shell", "-c", PREPARE))[0]
    page = publisher.page
    page.goto(f"{site.url}/admin/wording/text/")
    page.get_by_label("A phrase, dose").fill("rest for 48 hours")
    page.locator("#main").get_by_role("button", name="Search", exact=True).click()
    expect(page.locator("[data-found]")).to_contain_text("4 places of 4")
    for name in ("Knee at work", "Knee at night", "bursa"):
        expect(page.get_by_role("checkbox", name=name).first).to_be_visible()
    expect(page.get_by_text("(pl)")).to_be_visible()

    for box in page.locator("input[name=subject]").all()[:3]:
        box.check()
    page.get_by_label("Owner").select_option(label="publisher")
    due = datetime.date.today() + datetime.timedelta(days=14)
    page.get_by_label("Due on").fill(due.isoformat())
    page.keyboard.press("Tab")
    page.get_by_label("What is to be done").fill("The guideline says 24 hours now.")
    page.get_by_role("button", name="Make tasks").click()
    expect(page.get_by_role("heading", name="Mine (3)")).to_be_visible()
    for left in (2, 1, 0):
        page.get_by_role("button", name=re.compile("^Done")).first.click()
        expect(page.get_by_role("heading", name=f"Mine ({left})")).to_be_visible()
    expect(page.get_by_role("heading", name="Done (3)")).to_be_visible()

    page.goto(f"{site.url}/admin/wording/text/?q=a")
    expect(page.locator("#main").get_by_role("alert")).to_contain_text("at least two letters")

    reader = no_script.page
    reader.goto(site.url + path)
    word = reader.get_by_role("button", name=re.compile("bursa"))
    expect(word).to_have_count(1)
    definition = reader.locator(".term-definition")
    expect(definition).to_be_hidden()
    word.focus()
    reader.keyboard.press("Enter")
    expect(definition).to_be_visible()
    expect(definition).to_contain_text("A small cushion.")
    reader.keyboard.press("Escape")
    expect(definition).to_be_hidden()
    assert no_script.problems == []
