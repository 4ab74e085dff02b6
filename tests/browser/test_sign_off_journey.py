"""A text is changed, refused, read, signed and put live; a slip is mended, a dose is not."""

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched, watch
from tests.browser.editing import answer_and_sign, press_publish, publish
from tests.browser.serving import Site, sign_in

pytestmark = pytest.mark.browser

PREPARE = """
from urllib.parse import urlsplit
from django.contrib.auth import get_user_model
from wagtail.models import Site
from blog.models import ArticleIndexPage, ArticlePage
from citewell.review.content import content_hash
from citewell.review.signing import sign

users = get_user_model().objects
admin, reviewer = (users.get(username=name) for name in ("admin", "reviewer"))
home = Site.objects.get(is_default_site=True).root_page
section = home.add_child(instance=ArticleIndexPage(title="Sore feet", slug="sore-feet"))
for slug, lead in (
    ("sore-heel-a", "Walking helps."),
    ("sore-heel-b", "Walking is good."),
    ("sore-heel", "Wakling for 10 minutes a day helps."),
):
    page = ArticlePage(title=slug.replace("-", " ").capitalize(), slug=slug, lead=lead, live=False)
    section.add_child(instance=page)
    page.save_revision(user=admin)
    sign(page, reviewer, statement="I read it.", checklist=[], risk="routine", interval_months=6,
         expected_hash=content_hash(page.get_latest_revision_as_object()))
page.get_latest_revision().publish(user=admin)
print("PAGE", page.pk, urlsplit(page.get_url()).path)
"""


def write(page: Page, site: Site, key: str, lead: str) -> None:
    """Change the lead in the editor; nothing is saved by hand."""
    page.goto(f"{site.url}/admin/pages/{key}/edit/")
    page.fill("textarea[name=lead]", lead)


def save(page: Page) -> None:
    """Save the draft."""
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator(".messages .success").first).to_be_visible(timeout=30_000)


def sign_as_reviewer(browser: Browser, site: Site, key: str) -> None:
    """Read what is new, answer every question with yes, sign."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = watch(context, site).page
    sign_in(page, site, "reviewer")
    page.goto(f"{site.url}/admin/review/{key}/sign/")
    expect(page.get_by_role("heading", name=re.compile("What is new since"))).to_be_visible()
    expect(page.locator("ins", has_text="a sore heel")).to_be_visible()
    answer_and_sign(page)
    context.close()


def minor(page: Page, site: Site, key: str) -> None:
    """Ask for the draft to count as a minor change."""
    page.goto(f"{site.url}/admin/review/{key}/minor/")
    page.get_by_label("Reason").fill("A slip of the pen.")
    page.get_by_role("button", name="Minor change").click()


def test_a_change_is_refused_signed_live_and_a_slip_is_mended_but_no_dose(
    publisher: Watched, browser: Browser, site: Site
) -> None:
    key, path = re.findall(r"PAGE (\d+) (\S+)", site.manage("shell", "-c", PREPARE))[0]
    live = urljoin(site.url, path)
    page = publisher.page

    changed = "Wakling for 10 minutes a day helps a sore heel."
    write(page, site, key, changed)
    assert "It was changed after it was signed" in press_publish(page)
    expect(page.locator("textarea[name=lead]")).to_have_value(changed)
    page.goto(live)
    expect(page.get_by_text("10 minutes a day helps.")).to_be_visible()
    earlier = page.get_by_text(re.compile("Reviewed by")).inner_text()

    sign_as_reviewer(browser, site, key)
    page.goto(f"{site.url}/admin/pages/{key}/edit/")
    publish(page)
    page.goto(live)
    expect(page.get_by_text("helps a sore heel")).to_be_visible()
    reviewed = page.get_by_text(re.compile("Reviewed by"))
    expect(reviewed).to_contain_text("next review due")
    before = reviewed.inner_text()
    assert before != earlier, "the new sign-off has a date of its own for the next review"

    write(page, site, key, changed.replace("Wakling", "Walking"))
    save(page)
    minor(page, site, key)
    expect(page.locator(".messages .success").first).to_contain_text("minor change")
    publish(page)
    page.goto(live)
    expect(page.get_by_text("Walking for 10 minutes")).to_be_visible()
    assert reviewed.inner_text() == before

    write(page, site, key, changed.replace("Wakling", "Walking").replace("10", "20"))
    save(page)
    minor(page, site, key)
    expect(page.get_by_role("alert")).to_contain_text("only letters of a word may be mended")
