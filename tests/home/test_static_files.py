"""Sheets are served without what only their writers need, and say the same."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from home.static_files import SmallSheetsStorage

ROOT = Path(__file__).resolve().parents[2]
SHEETS = sorted((ROOT / "static" / "css").rglob("*.css"))


def saved(folder: Path, name: str, text: str) -> str:
    """What stands on disk after a sheet was gathered."""
    storage = SmallSheetsStorage(location=str(folder), base_url="/static/")
    return (folder / storage.save(name, ContentFile(text.encode()))).read_text()


def test_comments_and_white_space_go_and_rules_stay(tmp_path: Path) -> None:
    text = "/* Why */\n@layer base {\n  a:not(.b) > c + d { width: calc(1px + 2px); }\n}\n"
    assert saved(tmp_path, "css/x.css", text) == (
        "@layer base{a:not(.b)>c + d{width:calc(1px + 2px)}}"
    )


def test_a_sheet_that_was_read_before_is_not_lost(tmp_path: Path) -> None:
    content = ContentFile(b"a { color: red; }")
    content.read()
    storage = SmallSheetsStorage(location=str(tmp_path), base_url="/static/")
    assert (tmp_path / storage.save("css/x.css", content)).read_text() == "a{color:red}"


def test_sheets_of_others_stay_as_they_came(tmp_path: Path) -> None:
    text = "/* Licence */\na { color: red; }\n"
    assert saved(tmp_path, "wagtailadmin/css/x.css", text) == text


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_sheet_of_ours_keeps_its_rules_and_strings(tmp_path: Path, path: Path) -> None:
    text = path.read_text()
    small = saved(tmp_path, f"css/{path.name}", text)
    assert "/*" not in small
    for sign in ("{", "}", "@media", "@layer", "var(--", "url(", ":is(", ":has("):
        outside = "".join(part.partition("*/")[2] or part for part in text.split("/*"))
        assert small.count(sign) == outside.count(sign)
