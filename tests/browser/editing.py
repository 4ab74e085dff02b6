"""What every journey through the page editor does."""

import re
from urllib.parse import urljoin

from playwright.sync_api import Page, expect

from tests.browser.serving import PASSWORD, sign_in_at

REFUSED = re.compile("clinical reviewer")


def publish(page: Page) -> None:
    """Publish from the editor, signed by a reviewer where that is asked for.

    The demo lets no clinical page go live unsigned: the first attempt is refused, keeps the
    draft, and a reviewer signs it as it stands.
    """
    answer = press_publish(page)
    if REFUSED.search(answer):
        page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
        sign_as_reviewer(page)
        page.reload()
        press_publish(page)
    expect(page.locator(".messages .success").first).to_be_visible(timeout=30_000)


def press_publish(page: Page) -> str:
    """Press *Publish* and return what the admin answers.

    An autosave still on its way is waited for, as its end changes the form that is sent. Where
    the admin heard of that autosave from elsewhere first, on a busy machine, it takes it for
    another window's and asks whether to go on; there is no other window.
    """
    saving = page.locator("#w-autosave-indicator .w-autosave-indicator__state--saving")
    page.wait_for_load_state("networkidle")
    expect(saving).to_be_hidden(timeout=20_000)
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    answer = page.locator(".messages .success, .messages .error").first
    go_on = page.get_by_role("dialog").get_by_role("button", name="Publish", exact=True)
    expect(answer.or_(go_on).first).to_be_visible(timeout=30_000)
    if go_on.is_visible():
        go_on.click()
    expect(answer).to_be_visible(timeout=30_000)
    return answer.inner_text()


def sign_as_reviewer(page: Page, username: str = "third-reviewer") -> None:
    """Have one of the demo's reviewers read and sign the page that is open in the editor."""
    key = re.findall(r"/pages/(\d+)/edit/", page.url)[0]
    assert page.context.browser
    context = page.context.browser.new_context(viewport={"width": 1280, "height": 900})
    theirs = context.new_page()
    sign_in_at(theirs, urljoin(page.url, "/admin/"), username)
    theirs.goto(urljoin(page.url, f"/admin/review/{key}/sign/"))
    answer_and_sign(theirs)
    context.close()


def answer_and_sign(page: Page) -> None:
    """Answer every question of the checklist with yes, and sign."""
    for box in page.get_by_role("radio", name="Yes").all():
        box.check()
    page.get_by_role("radio", name="Routine").check()
    page.get_by_label("Your password, once more").fill(PASSWORD)
    page.get_by_role("button", name="Sign this version").click()
    expect(page.get_by_text("This version may go live.")).to_be_visible(timeout=30_000)
