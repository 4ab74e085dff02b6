"""Pictures of every kind of page, into ``build/screenshots``: ``make screenshots``.

Each at 320, 768 and 1,280 px, light and dark; the widest in print as well. Arabic stands
among the kinds, so right to left is seen too.
"""

from playwright.sync_api import Browser

from tests.browser.kinds import KINDS
from tests.browser.serving import PROJECT, Site, demo_in_browser

FOLDER = PROJECT / "build" / "screenshots"
WIDTHS = (320, 768, 1280)


def take(browser: Browser, site: Site) -> int:
    """Take every picture; how many."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    count = 0
    for kind, address in KINDS.items():
        page.goto(f"{site.url}{address}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                page.screenshot(path=FOLDER / f"{kind}-{width}-{scheme}.png", full_page=True)
                count += 1
        page.emulate_media(color_scheme="light", media="print")
        page.screenshot(path=FOLDER / f"{kind}-print.png", full_page=True)
        page.emulate_media(media="screen")
        count += 1
    context.close()
    return count


def main() -> None:
    """Serve the demo and take the pictures anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with demo_in_browser() as (browser, site):
        print(f"{take(browser, site)} pictures in {FOLDER.relative_to(PROJECT)}")  # noqa: T201


if __name__ == "__main__":
    main()
