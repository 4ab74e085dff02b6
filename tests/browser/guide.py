"""The pictures of the editors' guide, taken of the real site: ``make guide``."""

import io

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.serving import PROJECT, Site, demo_in_browser, sign_in

FOLDER = PROJECT / "docs" / "images" / "editors"
SIZE = {"width": 1280, "height": 800}


def keep(page: Page, name: str) -> None:
    """Save what is on the screen as a small picture."""
    page.wait_for_timeout(800)  # Wagtail's panels slide in
    picture = Image.open(io.BytesIO(page.screenshot()))
    picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=128).save(
        FOLDER / f"{name}.png", optimize=True
    )


def editor_of(page: Page, site: Site, slug: str, kind: str) -> None:
    """Open the editor of a page of the demo."""
    answer = page.request.get(f"{site.url}/api/v2/pages/?type={kind}&slug={slug}")
    page.goto(f"{site.url}/admin/pages/{answer.json()['items'][0]['id']}/edit/")


def take_pictures(browser: Browser, site: Site) -> None:
    """Walk through the admin as editors do."""
    page = browser.new_context(viewport=SIZE).new_page()
    page.goto(f"{site.url}/admin/login/")
    keep(page, "sign-in")
    sign_in(page, site, "publisher")

    editor_of(page, site, "sciatica", "conditions.ConditionPage")
    keep(page, "condition")
    page.locator("#panel-child-content-aspects-section").scroll_into_view_if_needed()
    page.locator("#panel-child-content-aspects-section").get_by_role(
        "button", name="Insert a block"
    ).filter(visible=True).nth(1).click()
    keep(page, "blocks")
    page.keyboard.press("Escape")
    page.evaluate("window.scrollTo(0, 0)")
    page.get_by_role("button", name="Toggle preview").click()
    page.wait_for_timeout(3000)
    keep(page, "preview")
    page.get_by_role("button", name="Toggle preview").click()
    page.get_by_role("button", name="findings").first.click()
    keep(page, "findings")

    editor_of(page, site, "can-a-problem-in-the-neck-cause-low-back-pain", "blog.ArticlePage")
    page.locator("#panel-child-content-references-section").scroll_into_view_if_needed()
    keep(page, "references")
    page.fill("textarea[name=lead]", "A lead that is not finished yet.")
    page.wait_for_timeout(4000)  # the draft saves itself
    page.goto(f"{site.url}/admin/")
    keep(page, "first-screen")


def main() -> None:
    """Serve the demo and take all pictures anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with demo_in_browser() as (browser, site):
        take_pictures(browser, site)


if __name__ == "__main__":
    main()
