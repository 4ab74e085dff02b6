"""A document survives being kept; what was kept makes nothing but a document."""

import json
from pathlib import Path

import pytest

from importing.corrections import HeadingCorrection, corrected, headings_of
from importing.document import Document, Heading, Image, Paragraph, Run
from importing.keeping import from_json, to_json
from importing.readers import read_article

ARTICLES = sorted((Path(__file__).parent / "readers/articles").iterdir())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_a_document_comes_back_as_it_was(path: Path) -> None:
    document = read_article(path.read_bytes(), path.name)
    assert from_json(to_json(document)) == document


def test_bytes_of_images_come_back() -> None:
    image = Image("a", "alt", data=bytes(range(256)), content_type="image/png")
    document = Document("T", "", (image, Paragraph((Run("kind\u2028", link="https://x"),))))
    assert from_json(to_json(document)) == document


@pytest.mark.parametrize("text", ['{"kind": "Run", "text": "a"}', '{"kind": "eval"}', "[]"])
def test_what_is_no_document_is_no_document(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        from_json(text)


def test_corrections_need_one_entry_for_each_heading() -> None:
    document = Document("T", "", (Heading(2, (Run("A"),)), Paragraph((Run("b"),))))
    assert [heading.text for heading in headings_of(document)] == ["A"]
    with pytest.raises(ValueError, match="another document"):
        corrected(document, "T", "", [])
    fixed = corrected(document, "U", "l", [HeadingCorrection("A", 4)])
    assert json.loads(to_json(fixed))["blocks"][0]["level"] == 4
