"""Several editors autosaving at the same time, each in their own article."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Response

from tests.browser.long_pages import make_article
from tests.browser.serving import Site, sign_in

USERNAMES = ("admin", "editor", "publisher", "editor", "publisher")
LEAD = "textarea[name=lead]"
WATCHED = """() => {
  const form = document.querySelector("[data-controller~=w-unsaved]");
  const watch = form && wagtail.app.getControllerForElementAndIdentifier(form, "w-unsaved");
  return Boolean(watch && watch.initialFormData);
}"""
"""Wagtail looks for edits from two seconds after the form is there; earlier ones wait for more."""


def is_save(response: Response) -> bool:
    """Whether a response answers a save or an autosave."""
    return response.request.method == "POST" and "/edit/" in response.url


@dataclass
class Editor:
    """An article open in the editor of somebody with a session of their own."""

    page: Page
    url: str

    def write(self, text: str) -> None:
        """Change the article; the editor saves it by itself a little later."""
        self.page.locator(LEAD).fill(text)

    def kept(self) -> str:
        """What the draft holds, read anew from the server."""
        again = self.page.context.new_page()
        again.goto(self.url)
        text = again.locator(LEAD).input_value()
        again.close()
        return text


def open_editors(browser: Browser, site: Site, folder: Path, blocks: int = 3) -> list[Editor]:
    """One short article each, open for all."""
    editors = []
    for number, username in enumerate(USERNAMES, start=1):
        key = make_article(site, folder, f"Article {number}", blocks)
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(120_000)
        sign_in(page, site, username)
        url = f"{site.url}/admin/pages/{key}/edit/"
        page.goto(url, wait_until="load")
        page.wait_for_function(WATCHED)
        editors.append(Editor(page, url))
    return editors


def write_at_once(editors: list[Editor], text: str) -> list[Response]:
    """All write before any is saved; the answers to their autosaves."""
    with ExitStack() as waiting:
        answers = [
            waiting.enter_context(editor.page.expect_response(is_save)) for editor in editors
        ]
        for editor in editors:
            editor.write(text)
    return [answer.value for answer in answers]
