"""The content security policies in a real browser: nothing of ours or of Wagtail is blocked."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Site, sign_in

pytestmark = pytest.mark.browser

LISTEN = """
window.addEventListener("securitypolicyviolation", event => window.noteViolation(
  `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`
));
"""
ADDRESSES = (
    "",
    "pages/",
    "images/",
    "images/add/",
    "documents/add/",
    "users/",
    "groups/new/",
    "workflows/add/",
    "workflows/tasks/add/wagtailcore/groupapprovaltask/",
    "redirects/add/",
    "sites/new/",
    "collections/add/",
    "reports/site-history/",
    "snippets/",
    "account/",
)


@pytest.fixture
def guarded(browser: Browser, site: Site) -> Iterator[tuple[Page, list[str]]]:
    """The administrator's page, and what a policy blocked on it or in its frames."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    blocked: list[str] = []
    context.expose_function("noteViolation", lambda what: blocked.append(what))
    context.add_init_script(LISTEN)
    page = context.new_page()
    sign_in(page, site, "admin")
    yield page, blocked
    context.close()


def test_a_violation_is_noticed(guarded, site) -> None:
    page, blocked = guarded
    page.goto(f"{site.url}/admin/")
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.run = true";
        document.body.append(script);
    }""")
    page.wait_for_timeout(200)
    assert len(blocked) == 1
    assert page.evaluate("window.run") is None


def test_the_pages_of_the_admin_break_no_policy(guarded, site) -> None:
    page, blocked = guarded
    for address in ADDRESSES:
        answer = page.goto(f"{site.url}/admin/{address}")
        assert answer is not None
        assert answer.status == 200, address
        page.wait_for_load_state("networkidle")
        assert blocked == [], address


def index_of(page: Page, site: Site, model: str) -> int:
    """The key of the one page of a type."""
    answer = page.request.get(f"{site.url}/api/v2/pages/?type={model}")
    return int(answer.json()["items"][0]["id"])


def test_a_new_row_has_a_chooser_that_works(guarded, site) -> None:
    page, blocked = guarded
    index = index_of(page, site, "blog.ArticleIndexPage")
    page.goto(f"{site.url}/admin/pages/add/blog/articlepage/{index}/")
    page.locator("#id_authors-ADD").click()
    row = page.locator("#inline_child_authors-0, #inline_child_authors-1").last
    row.get_by_role("button", name="Choose").first.click()
    page.locator(".modal-content a[data-chooser-modal-choice]").first.click()
    expect(page.locator(".modal-content")).to_have_count(0, timeout=20_000)
    expect(row.locator(".chooser__title")).not_to_be_empty()
    assert blocked == []


def test_an_editor_writes_and_previews_within_the_policy(guarded, site) -> None:
    page, blocked = guarded
    index = index_of(page, site, "conditions.ConditionIndexPage")
    page.goto(f"{site.url}/admin/pages/add/conditions/conditionpage/{index}/")
    page.fill("input[name=title]", "Golfer's elbow")
    page.fill("textarea[name=summary]", "A sore spot on the inside of the elbow.")
    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("iframe#w-preview-iframe, iframe[title=Preview]").first
    expect(preview.get_by_role("heading", level=1)).to_have_text("Golfer's elbow", timeout=20_000)
    assert blocked == []


def test_choosers_and_calendars_start_without_inline_scripts(guarded, site) -> None:
    page, blocked = guarded
    page.goto(f"{site.url}/admin/redirects/add/")
    page.get_by_role("button", name="Choose a page").click()
    expect(page.locator(".modal-content")).to_be_visible(timeout=20_000)
    page.goto(f"{site.url}/admin/workflows/add/")
    page.get_by_role("button", name="Add task").first.click()
    expect(page.locator("[id^=inline_child_workflow_tasks], .task-chooser").first).to_be_visible()
    page.goto(f"{site.url}/admin/reports/site-history/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("!!jQuery('#id_timestamp_0').data('xdsoft_datetimepicker')")
    assert page.locator("[data-controller=citewell-start]").count() == 0
    assert blocked == []


def test_the_user_bar_on_a_public_page_breaks_no_policy(guarded, site) -> None:
    page, blocked = guarded
    page.goto(f"{site.url}/")
    page.wait_for_load_state("networkidle")
    assert blocked == []
