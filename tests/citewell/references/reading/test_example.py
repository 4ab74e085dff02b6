"""A clinic's pasted list, 14 references in six styles: each field as the labelled items say."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from citewell.references.reading import Reading, read_references
from citewell.references.reading.section import find_reference_section

FIELDS = (
    "type",
    "title",
    "container-title",
    "volume",
    "issue",
    "page",
    "publisher",
    "DOI",
    "accessed",
)


@pytest.fixture(scope="module")
def readings(shared: Path) -> list[Reading]:
    text = (shared / "examples" / "lower-back-pain.txt").read_text()
    place = find_reference_section(text)
    assert place is not None
    return read_references(text[slice(*place)])


@pytest.fixture(scope="module")
def items(shared: Path) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads((shared / "csl" / "items.json").read_text())
    return [item for item in items if re.fullmatch(r"s\d+", item["id"])]


def test_the_list_is_found_in_its_article_and_has_fourteen_references(
    readings: list[Reading],
) -> None:
    assert len(readings) == 14


def test_every_field_is_right(readings: list[Reading], items: list[dict[str, Any]]) -> None:
    for reading, item in zip(readings, items, strict=True):
        csl = {**item, "page": item["page"].replace("–", "-")} if "page" in item else item
        assert {name: reading.csl.get(name) for name in FIELDS} == {
            name: csl.get(name) for name in FIELDS
        }
        assert reading.csl.get("author") == item.get("author")
        assert (
            reading.csl.get("issued", {"date-parts": [[None]]})["date-parts"][0][0]
            == item.get("issued", {"date-parts": [[None]]})["date-parts"][0][0]
        )


def test_what_is_not_understood_stays(readings: list[Reading]) -> None:
    assert [reading.rest for reading in readings if "Epub" in reading.raw] == [
        "Epub 2010 Oct 13",
        "Epub 2015 Dec 17",
    ]
