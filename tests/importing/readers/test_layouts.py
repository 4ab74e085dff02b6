"""Articles as pages, programs and people lay them out: what is understood, and that all is kept.

``layouts/expected.json`` says of each file what a reader would: title, lead, headings with
their levels, items of the outer lists, counts (0 is left out), lines that must be dropped or kept.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from importing.document import Heading, Image, ListBlock, Table
from importing.readers import read_article
from tests.importing.visible import folded, lines_of_html

from .words import kept_lines

LAYOUTS = Path(__file__).parent / "layouts"
ENCODINGS = {"french_contents.txt": "cp1252", "greek_numbers.txt": "utf-16"}
EXPECTED: dict[str, dict[str, Any]] = json.loads((LAYOUTS / "expected.json").read_text("utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_a_layout_is_understood(name: str) -> None:
    document = read_article((LAYOUTS / name).read_bytes(), name)
    blocks, expected = document.blocks, dict(EXPECTED[name])
    named = [each.text for each in document.dropped]
    for line in expected.pop("dropped", ()):
        assert any(line in text for text in named), line
    kept = "\n".join(kept_lines(document))
    assert all(line in kept for line in expected.pop("kept", ()))
    found = {
        "title": document.title,
        "lead": document.lead,
        "headings": [[b.text, b.level] for b in blocks if isinstance(b, Heading)],
        "lists": [len(b.items) for b in blocks if isinstance(b, ListBlock)],
        "tables": sum(isinstance(b, Table) for b in blocks),
        "images": sum(isinstance(b, Image) for b in blocks),
        "references": len(document.references),
        "teasers": len(document.teasers),
    }
    assert {key: value for key, value in found.items() if value or key in expected} == expected


@pytest.mark.parametrize("name", [name for name in EXPECTED if not name.endswith(".md")])
def test_a_layout_loses_no_line(name: str) -> None:
    data = (LAYOUTS / name).read_bytes()
    text = data.decode(ENCODINGS.get(name, "utf-8"))
    lines = lines_of_html(text) if name.endswith(".html") else text.replace("\t", "\n").split("\n")
    document = read_article(data, name)
    places = [*kept_lines(document), *(each.text for each in document.dropped)]
    everything = folded("".join(places))
    assert [line for line in lines if folded(line) not in everything] == []


def test_every_layout_has_its_expectation() -> None:
    assert {path.name for path in LAYOUTS.iterdir()} == {*EXPECTED, "expected.json"}
