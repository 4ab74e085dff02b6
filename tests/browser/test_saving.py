"""Editors who are autosaved at the same time lose nothing, on the embedded database too."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.saving import open_editors, write_at_once
from tests.browser.serving import Site

pytestmark = pytest.mark.browser

ROUNDS = 2


def test_five_editors_autosaved_at_once_lose_nothing(
    browser: Browser, site: Site, tmp_path: Path
) -> None:
    editors = open_editors(browser, site, tmp_path)
    for number in range(ROUNDS):
        text = f"What the evidence shows, round {number}."
        answers = write_at_once(editors, text)
        assert [answer.json()["success"] for answer in answers] == [True] * len(editors)
        assert [editor.kept() for editor in editors] == [text] * len(editors)
    for editor in editors:
        editor.page.context.close()
