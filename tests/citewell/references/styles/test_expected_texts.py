"""Invented items of 18 types, with the texts citeproc-js 2.4.63 gives them in the three styles."""

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
