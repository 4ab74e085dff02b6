"""What a strict Content-Security-Policy, a reader's privacy and the house's rules ask of the files.

Templates and style sheets are read as text; each rule is shown to catch a wrong example.
"""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(
    path
    for folder in ("templates", *(str(each) for each in ROOT.glob("**/templates/citewell")))
    for path in (ROOT / folder).rglob("*.html")
    if ".venv" not in path.parts
)
SHEETS = sorted((ROOT / "static" / "css").rglob("*.css"))
SCRIPTS = sorted((ROOT / "static" / "js").glob("*.js"))
ADMIN = {"wagtailadmin"}  # the product's name
STATIC = {"500.html", "503.html", "maintenance.html"}  # in three languages as they are
LONGEST = 300  # lines
NAMESPACES = r"http://www\.w3\.org/(?:2000/svg|1999/xlink)"


def inline_code(text: str) -> list[str]:
    """Style attributes, event handlers, style and script elements with content."""
    text = re.sub(r"{#.*?#}|{% comment %}.*?{% endcomment %}", "", text, flags=re.DOTALL)
    found = re.findall(r"<[^>]*\sstyle\s*=|<style\b|<[^>]*\son[a-z]+\s*=|javascript:", text)
    for attributes, content in re.findall(r"<script([^>]*)>(.*?)</script>", text, re.DOTALL):
        is_data = 'type="application/ld+json"' in attributes
        if content.strip() and not is_data:
            found.append(f"<script{attributes}>")
    return found


def requests_elsewhere(text: str) -> list[str]:
    """Files of other hosts that a page would load: sources, sheets, imports, images."""
    text = re.sub(NAMESPACES, "", text)
    places = (
        r"""\bsrc(?:set)?\s*=\s*["']""",
        r"""<link[^>]*\shref\s*=\s*["']""",
        r"""url\(\s*["']?""",
        r"""@import\s+["']""",
        r"""\bimport\s*\(?\s*["']""",
        r"""\bfrom\s+["']""",
        r"""fetch\(\s*["'`]""",
    )
    loads = rf"""(?:{"|".join(places)})\s*((?:https?:)?//[^"')\s]+)"""
    return re.findall(loads, text)


def untranslated(text: str) -> list[str]:
    """Words of readers that stand in a template without gettext."""
    text = re.sub(r"{#.*?#}|{% comment %}.*?{% endcomment %}|<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"{% blocktranslate.*?{% endblocktranslate %}", "", text, flags=re.DOTALL)
    text = re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)
    text = re.sub(r"{%.*?%}|{{.*?}}", " ", text, flags=re.DOTALL)
    attributes = re.findall(r'(?:alt|title|placeholder|aria-label)="([^"]*[A-Za-z]{2}[^"]*)"', text)
    words = re.findall(r"[A-Za-z]{3,}", re.sub(r"<[^>]*>", " ", text, flags=re.DOTALL))
    return [*attributes, *words]


RULES: list[tuple[Callable[[str], list[str]], str]] = [
    (inline_code, '<p style="color: red">x</p>'),
    (inline_code, '<button onclick="go()">x</button>'),
    (inline_code, "<script>go()</script>"),
    (requests_elsewhere, '<script src="https://cdn.example/x.js"></script>'),
    (requests_elsewhere, '<link rel="stylesheet" href="//fonts.example/x.css">'),
    (requests_elsewhere, "a { background: url(https://img.example/x.png) }"),
    (requests_elsewhere, 'import { x } from "https://cdn.example/x.js";'),
    (untranslated, "<p>Hello there</p>"),
    (untranslated, '<img alt="A hand" src="x">'),
]


@pytest.mark.parametrize(("rule", "wrong"), RULES)
def test_the_rule_catches_a_wrong_example(rule: Callable[[str], list[str]], wrong: str) -> None:
    assert rule(wrong)


def test_there_are_files_to_look_at() -> None:
    assert len(TEMPLATES) > 40
    assert len(SHEETS) >= 3
    assert SCRIPTS


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_template_holds_inline_code_or_loads_from_elsewhere(path: Path) -> None:
    text = path.read_text()
    assert inline_code(text) == []
    assert requests_elsewhere(text) == []


@pytest.mark.parametrize("path", [*SHEETS, *SCRIPTS], ids=lambda path: path.name)
def test_no_sheet_or_script_loads_from_elsewhere(path: Path) -> None:
    assert requests_elsewhere(path.read_text()) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_word_of_a_template_can_be_translated(path: Path) -> None:
    if path.name in STATIC or ADMIN & set(path.parts):
        return
    assert untranslated(path.read_text()) == []


@pytest.mark.parametrize("path", [*SHEETS, *SCRIPTS, *TEMPLATES], ids=lambda path: path.name)
def test_no_file_is_longer_than_one_can_read_at_once(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST


def test_the_scripts_stay_small() -> None:
    """All a page may ever load, the card of citations included, as it is sent."""
    sent = [*SCRIPTS, ROOT / "citewell/references/static/citewell/references/cite.js"]
    assert sum(len(gzip.compress(path.read_bytes())) for path in sent) <= 8 * 1024


def test_a_component_takes_its_colours_from_meaning_tokens() -> None:
    """A raw colour outside the tokens would escape themes and the contrast test."""
    tokens = (ROOT / "static" / "css" / "tokens.css").read_text()
    palette = "|".join(re.findall(r"--([\w-]+): #", tokens))
    raw = re.compile(rf"#[0-9a-fA-F]{{3,8}}\b|\brgba?\(|\bhsla?\(|var\(--(?:{palette})\)")
    wrong = {
        path.name: found
        for path in SHEETS
        if path.name in {"site.css", "components.css", "home.css", "listings.css", "styleguide.css"}
        and (found := raw.findall(re.sub(r"href\^=\"[^\"]*\"", "", path.read_text())))
    }
    assert raw.findall("a { color: #fff; background: var(--paper) }") == ["#fff", "var(--paper)"]
    assert wrong == {}
