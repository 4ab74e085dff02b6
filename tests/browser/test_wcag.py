"""What WCAG 2.2 asks and no scanner sees: focus, zoom, spacing, help, typing once, signing in."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched, watch
from tests.browser.serving import PASSWORD, Site
from tests.browser.test_design import PAGES

pytestmark = pytest.mark.browser

CONDITION = "/conditions/low-back-pain/"
ARTICLE = "/articles/do-i-need-a-scan-for-back-pain/"
#: A card and the search form show the focus of the link or field within them.
FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const boxes = [...at.getClientRects()].filter((box) => box.width && box.height);
  const parts = [0.1, 0.5, 0.9];
  const points = boxes.flatMap((box) => parts.flatMap((across) => parts.map((down) =>
    [box.x + box.width * across, box.y + box.height * down])));
  const shown = points.some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit && (at.contains(hit) || hit.contains(at));
  });
  const around = [at, at.parentElement, at.parentElement.parentElement, at.closest(".card")];
  const marked = around.filter(Boolean).map(getComputedStyle).some(
    (style) => parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none")
    || [...document.querySelectorAll(".field:focus-within")].some(
      (field) => getComputedStyle(field).boxShadow !== "none");
  at.dataset.passed = Number(at.dataset.passed || 0) + 1;
  return { what: at.outerHTML.slice(0, 90), shown, marked, times: Number(at.dataset.passed) };
}"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-block-end: 2em !important; }"""
CLIPPED = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((each) => each.checkVisibility() && !each.closest(".visually-hidden, .skip-link")
    && !/^(input|select|textarea|svg|img)$/i.test(each.tagName) && !each.closest("svg"))
  .filter((each) => /hidden|clip/.test(getComputedStyle(each).overflow)
    && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1))
  .map((each) => each.outerHTML.slice(0, 90))"""
STUCK = """() => [...document.querySelectorAll("*")]
  .filter((each) => /sticky|fixed/.test(getComputedStyle(each).position))
  .map((each) => each.getBoundingClientRect())
  .filter((box) => box.bottom > 0 && box.top < innerHeight)
  .reduce((sum, box) => sum + Math.min(box.bottom, innerHeight) - Math.max(box.top, 0), 0)
  / innerHeight"""
HELP = """() => [...document.querySelectorAll("body > header a, body > footer a")]
  .filter((link) => /contact|^tel:|^mailto:/.test(link.getAttribute("href")))
  .map((link) => link.closest("header, footer").tagName + " " + link.getAttribute("href"))"""


def wander(page: Page, key: str = "Tab") -> list[dict[str, object]]:
    """Press a key until a control is met again; what had the focus, in order."""
    met: list[dict[str, object]] = []
    for _ in range(400):
        page.keyboard.press(key)
        at = page.evaluate(FOCUSED)
        if at is None or at["times"] > 1:
            return met
        met.append(at)
    raise AssertionError("the focus never came round")


@pytest.mark.parametrize(
    ("path", "size", "colours"),
    [
        (CONDITION, (320, 640), "none"),
        (CONDITION, (1280, 800), "none"),
        (CONDITION, (320, 640), "active"),
        (ARTICLE, (320, 640), "none"),
    ],
    ids=["phone", "desktop", "forced colours", "article"],
)
def test_the_focus_is_marked_and_never_hidden(
    browser: Browser, site: Site, path: str, size: tuple[int, int], colours: str
) -> None:
    """2.4.7 and 2.4.11: no list that follows the reader covers what has the focus."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        reduced_motion="reduce",
        forced_colors=colours,  # type: ignore[arg-type]
    )
    page = watch(context, site).page
    page.goto(f"{site.url}{path}")
    for key in ("Tab", "Shift+Tab"):
        page.evaluate(
            "for (const each of document.querySelectorAll('[data-passed]')) each.dataset.passed = 0"
        )
        met = wander(page, key)
        assert len(met) > 20
        assert [each["what"] for each in met if not each["shown"]] == []
        assert [each["what"] for each in met if not each["marked"]] == []
    context.close()


def test_a_covered_or_unmarked_focus_is_noticed(phone: Watched, site: Site) -> None:
    phone.go(f"{site.url}/contact/")
    phone.page.evaluate("""() => {
      const cover = document.body.appendChild(document.createElement("div"));
      Object.assign(cover.style, { position: "fixed", inset: "0", zIndex: 99 });
      for (const link of document.querySelectorAll("a")) link.style.outline = "none";
    }""")
    met = wander(phone.page)
    assert not any(each["shown"] for each in met)
    assert not all(each["marked"] for each in met)


@pytest.mark.parametrize("path", PAGES)
def test_at_four_times_the_size_nothing_scrolls_sideways_and_the_text_has_the_window(
    browser: Browser, site: Site, path: str
) -> None:
    """1.4.10: a window of 1280 × 1024 enlarged to 400 % is one of 320 × 256."""
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = watch(context, site).page
    page.goto(f"{site.url}{path}")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    assert page.evaluate(STUCK) <= 0.3
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_wide_spacing_of_text_cuts_nothing_off(phone: Watched, site: Site, path: str) -> None:
    """1.4.12."""
    phone.go(f"{site.url}{path}")
    before = phone.page.evaluate(CLIPPED)
    # By the browser itself: the site's policy refuses a style sheet from outside.
    session = phone.page.context.new_cdp_session(phone.page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    sheet = session.send("CSS.createStyleSheet", {"frameId": frame})["styleSheetId"]
    session.send("CSS.setStyleSheetText", {"styleSheetId": sheet, "text": SPACED})
    assert phone.page.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing") != (
        "normal"
    )
    assert phone.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert [each for each in phone.page.evaluate(CLIPPED) if each not in before] == []


def test_help_stands_in_the_same_place_on_every_page(no_script: Watched, site: Site) -> None:
    """3.2.6: the ways to reach a person, in the same order."""
    found = {}
    context = no_script.page.context.browser
    assert context is not None
    reader = context.new_context()
    page = reader.new_page()
    for path in [*PAGES, "/there-is-no-such-page/"]:
        page.goto(f"{site.url}{path}")
        found[path] = page.evaluate(HELP)
    reader.close()
    assert found["/"], "no page says how to reach the clinic"
    assert {path: its for path, its in found.items() if its != found["/"]} == {}


def test_a_search_is_typed_once(no_script: Watched, site: Site) -> None:
    """3.3.7: what was asked stays in the field."""
    no_script.go(f"{site.url}/search/?q=dizzy+when+I+turn+over")
    expect(no_script.page.get_by_role("searchbox").last).to_have_value("dizzy when I turn over")


def test_a_password_can_be_pasted_and_filled_in_by_a_manager(browser: Browser, site: Site) -> None:
    """3.3.8: signing in asks for nothing to be remembered or copied by hand."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = watch(context, site).page
    page.goto(f"{site.url}/admin/login/")
    name, password = page.locator("input[name=username]"), page.locator("input[name=password]")
    expect(name).to_have_attribute("autocomplete", "username")
    expect(password).to_have_attribute("autocomplete", "current-password")
    name.fill("publisher")
    page.evaluate("text => navigator.clipboard.writeText(text)", PASSWORD)
    password.focus()
    page.keyboard.press("Control+V")
    expect(password).to_have_value(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}/admin/")
    context.close()
