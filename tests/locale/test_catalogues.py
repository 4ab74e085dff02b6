"""The interface speaks every language of the site, in words that keep their places."""

import gettext
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
CODES = [code for code, _ in settings.LANGUAGES if not code.startswith("en")]
FOR_STAFF = {
    "shared_drafts.html",
    "wagtailadmin",
    "findings",
    "styleguide.html",
    "tokens.html",
    "admin_home_panel.html",
}
CALL = re.compile(
    r"""\bgettext\(u?(?P<quote>['"])(?P<text>.*?)(?<!\\)(?P=quote)\)|_\("([^"]+)"\)"""
)
PLACES = re.compile(r"%\(\w+\)s|\{\w+\}")


def words_of_readers() -> set[str]:
    """Every text that a template for readers gives to gettext, plurals left out."""
    found: set[str] = set()
    for folder in (ROOT / "templates", ROOT / "citewell" / "blocks" / "templates"):
        for path in folder.rglob("*.html"):
            if not FOR_STAFF & {*path.parts, path.name}:
                calls = CALL.finditer(templatize(path.read_text()))
                found |= {match["text"] or match[3] for match in calls}
    return {text.replace("\\'", "'").replace("%%", "%") for text in found}


def catalogue(code: str) -> gettext.GNUTranslations:
    with (ROOT / "locale" / code / "LC_MESSAGES" / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def entries(code: str) -> dict[str, str]:
    """Texts of the source file with their translations, plurals left out."""
    text = (ROOT / "locale" / code / "LC_MESSAGES" / "django.po").read_text()
    pairs = re.findall(r'^msgid "(.+)"\nmsgstr "(.*)"$', text, re.MULTILINE)
    return {one.replace('\\"', '"'): other.replace('\\"', '"') for one, other in pairs}


def test_the_templates_are_read() -> None:
    words = words_of_readers()
    assert len(words) > 90
    assert "When to get help" in words
    assert "Search in your own words" in words


@pytest.mark.parametrize("code", CODES)
def test_every_word_of_readers_is_translated(code: str) -> None:
    known = catalogue(code)
    assert {text for text in words_of_readers() if known.gettext(text) == text} <= {"Menu"}


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_catalogue_is_that_of_the_source(code: str) -> None:
    known = catalogue(code)
    source = entries(code)
    assert len(source) > 140
    assert {text for text, words in source.items() if known.gettext(text) != words} == set()


@pytest.mark.parametrize("code", CODES)
def test_a_translation_keeps_the_places_of_its_text(code: str) -> None:
    for text, words in entries(code).items():
        assert sorted(PLACES.findall(text)) == sorted(PLACES.findall(words)), text


@pytest.mark.parametrize(("code", "forms"), [("pl", 3), ("ar", 6)])
def test_numbers_have_all_their_forms(code: str, forms: int) -> None:
    one = "%(count)s result for “%(text)s”"
    known = catalogue(code)
    said = {known.ngettext(one, one, number) for number in (0, 1, 2, 5, 11, 100)}
    assert len(said) >= min(forms, 5)
