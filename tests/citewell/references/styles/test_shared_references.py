"""The 26 labelled items: every text is that of the CSL styles as citeproc-js renders them."""

import json
from pathlib import Path

import pytest

from citewell.references.styles import STYLES, format_reference


@pytest.mark.parametrize("style", STYLES)
def test_every_labelled_item_has_its_expected_text(shared: Path, style):
    items = json.loads((shared / "csl" / "items.json").read_text(encoding="utf-8"))
    expected = json.loads((shared / "csl" / "expected.json").read_text(encoding="utf-8"))
    items = items if isinstance(items, list) else list(items.values())
    for item in items:
        assert format_reference(item, style).text == expected[item["id"]][style]
