"""Documents lead where they say: relative links, pictures, commands of the Makefile."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PAGES = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")])
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)#\s]+)[^)]*\)")


def broken(text: str, folder: Path) -> list[str]:
    """Targets of relative links that are not there, and pictures without a description."""
    found = []
    for is_picture, words, target in LINK.findall(text):
        if not target.startswith(("https://", "mailto:")) and not (folder / target).exists():
            found.append(target)
        if is_picture and len(words) < 10:
            found.append(f"no description: {target}")
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_are_there(page: Path) -> None:
    assert broken(page.read_text(), page.parent) == []


def test_a_broken_link_is_caught() -> None:
    wrong = "[here](no/such/page.md) ![x](../README.md)"
    assert broken(wrong, PROJECT / "docs") == ["no/such/page.md", "no description: ../README.md"]


def test_the_guide_shows_every_picture_that_is_taken() -> None:
    named = set(
        re.findall(r"images/editors/([\w-]+\.png)", (PROJECT / "docs/editors.md").read_text())
    )
    assert named == {picture.name for picture in (PROJECT / "docs/images/editors").iterdir()}


def test_every_command_the_documents_name_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(), re.M))
    named = {
        name for page in PAGES for name in re.findall(r"`make ([a-z-]+)[` ]", page.read_text())
    }
    assert {"run", "test"} <= named
    assert named <= targets
