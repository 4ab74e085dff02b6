"""Sheets are served without what only their writers need, and say the same."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from tinycss2 import parse_component_value_list

from home.static_files import SmallSheetsStorage, small

ROOT = Path(__file__).resolve().parents[2]
SHEETS = sorted((ROOT / "static" / "css").rglob("*.css"))


def meaning(nodes: list[Any]) -> list[Any]:
    """What a sheet says: its tokens, a space wherever there is one or more, no comment."""
    said: list[Any] = []
    for node in nodes:
        inner = getattr(node, "content", None) or getattr(node, "arguments", None)
        if node.type == "whitespace":
            if said[-1:] != [" "]:
                said.append(" ")
        else:
            said.append((node.type, meaning(inner) if inner else node.serialize()))
    return said


def tokens(sheet: str) -> list[Any]:
    """The meaning of a sheet's text, white space around it left out."""
    said = meaning(parse_component_value_list(f" {sheet} ", skip_comments=True))
    return said[1:-1]


def saved(folder: Path, name: str, text: str) -> str:
    """What stands on disk after a sheet was gathered."""
    storage = SmallSheetsStorage(location=str(folder), base_url="/static/")
    return (folder / storage.save(name, ContentFile(text.encode()))).read_text()


def test_comments_and_indentation_go_and_rules_stay(tmp_path: Path) -> None:
    text = "/* Why */\n@layer base {\n  a :is(b, c) { width: calc(1px + 2px); }\n\n}\n"
    assert saved(tmp_path, "css/x.css", text) == (
        "@layer base {\na :is(b, c) { width: calc(1px + 2px); }\n}"
    )


def test_a_sheet_that_was_read_before_is_not_lost(tmp_path: Path) -> None:
    content = ContentFile(b"/* red */ a { color: red; }")
    content.read()
    storage = SmallSheetsStorage(location=str(tmp_path), base_url="/static/")
    assert (tmp_path / storage.save("css/x.css", content)).read_text() == "a { color: red; }"


def test_sheets_of_others_stay_as_they_came(tmp_path: Path) -> None:
    text = "/* Licence */\na { color: red; }\n"
    assert saved(tmp_path, "wagtailadmin/css/x.css", text) == text


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_sheet_of_ours_says_the_same(path: Path) -> None:
    sheet = path.read_text()
    assert tokens(small(sheet)) == tokens(sheet)
    assert len(small(sheet)) < len(sheet)


def test_a_space_that_means_something_would_be_missed() -> None:
    assert tokens(".a :is(b) { margin: 0 }") != tokens(".a:is(b) { margin: 0 }")
