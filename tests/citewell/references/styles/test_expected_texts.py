"""Invented items of all types, with the texts citeproc-js 2.4.63 gives them in the three styles."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from citewell.references.csl import validate
from citewell.references.styles import STYLES, format_reference

ROWS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "data" / "expected.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["item"]["id"])
@pytest.mark.parametrize("style", STYLES)
def test_every_item_has_its_expected_text(style, row: dict[str, Any]):
    assert validate(row["item"]) == []
    if style in row["texts"]:
        assert format_reference(row["item"], style).text == row["texts"][style]
    else:  # citeproc-js leaves out what APA cites in the text only; a page still shows it
        assert row["item"]["title"] in format_reference(row["item"], style).text


def test_the_style_files_are_the_ones_measured_with():
    root = Path(__file__).parents[4]
    record = (root / "docs/decisions/0011-writing-references.md").read_text(encoding="utf-8")
    files = sorted((root / "citewell/references/styles/data").glob("*.[cx][sm]l"))
    assert len(files) == 4
    for file in files:
        content = file.read_bytes()
        blob = hashlib.sha1(b"blob %d\0%s" % (len(content), content), usedforsecurity=False)
        assert f"| {file.name} |" in record
        assert blob.hexdigest() in record
