"""Every block of the vocabulary keeps one convention; one wrong block proves it is held."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import html5lib
import pytest
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.documents import get_document_model

from citewell.blocks import download, image
from citewell.blocks.checks import check_vocabulary, missing_parts
from citewell.blocks.samples import sample_stream, vocabulary
from citewell.blocks.struct import ContentStructBlock
from tests import factories

BLOCKS = vocabulary()
NO_TEXT = {"level", "urgency", "certainty", "denominator", "url", "source_link", "anchor", "type"}
EXPECTED = {
    "heading", "rich_text", "list", "quote", "image", "figure", "table", "care_card", "key_facts",
    "do_and_dont", "steps", "myth_and_fact", "questions_and_answers", "treatment_comparison",
    "risk", "callout", "video", "download", "call_to_action", "card_grid", "reference_list",
}  # fmt: skip


class WrongBlock(ContentStructBlock):
    """Breaks every rule: no description, inline style, text that search does not see."""

    text = blocks.CharBlock(search_index=False)

    class Meta:
        preview_value = {"text": "Words of the sample"}

    def get_searchable_content(self, value: blocks.StructValue) -> list[str]:
        return []

    def get_api_representation(self, value: blocks.StructValue, context: Any = None) -> Any:
        return {"id": 3, "block": self}

    def render(self, value: blocks.StructValue, context: Any = None) -> str:
        return '<p style="color: red" onclick="go()"><ul><li>Broken</p><script>go()</script>'


def texts(data: Any, key: str = "") -> Iterator[str]:
    """Every piece of text in a stored value."""
    if isinstance(data, dict):
        for name, child in data.items():
            yield from texts(child, name)
    elif isinstance(data, list):
        for child in data:
            yield from texts(child, key)
    elif isinstance(data, str) and key not in NO_TEXT | {"id"}:
        yield from strip_tags(re.sub(r"(</\w+>)", "\\1\n", data)).split("\n")


def html_faults(html: str) -> list[str]:
    """What is wrong with a piece of HTML."""
    faults = []
    try:
        html5lib.HTMLParser(strict=True).parseFragment(html)
    except html5lib.html5parser.ParseError as error:
        faults.append(f"not valid HTML: {error}")
    if re.search(r"<[^>]*\s(style|on\w+)\s*=|<script|<style", html):
        faults.append("inline style or script")
    return faults


def search_faults(block: blocks.Block, value: Any) -> list[str]:
    """Texts of the sample that search would not find."""
    found = " ".join(block.get_searchable_content(value))
    written = [text.strip() for text in texts(block.get_prep_value(value))]
    return [f"search misses {text!r}" for text in written if text and text not in found]


def api_faults(block: blocks.Block, value: Any) -> list[str]:
    """What is wrong with the representation in the API."""
    try:
        data = json.dumps(block.get_api_representation(value))
    except TypeError as error:
        return [f"not JSON: {error}"]
    return ["an internal id"] if re.search(r'"(id|pk)":', data) else []


def faults(block: blocks.Block) -> list[str]:
    """All faults of a block that need no database."""
    value = block.get_preview_value()
    return [
        *missing_parts(block),
        *html_faults(block.render(value)),
        *search_faults(block, value),
        *api_faults(block, value),
    ]


def test_the_vocabulary_is_the_agreed_one():
    assert set(BLOCKS) == EXPECTED


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_every_block_explains_shows_and_indexes_itself(name):
    assert faults(BLOCKS[name]) == []


def test_a_wrong_block_is_caught():
    found = " ".join(faults(WrongBlock()))
    for fault in ("description", "template", "icon", "group", "not valid HTML", "inline style",
                  "search misses 'Words of the sample'", "not JSON"):  # fmt: skip
        assert fault in found


def test_an_incomplete_block_of_the_vocabulary_is_a_system_check_error(monkeypatch):
    assert check_vocabulary() == []
    wrong = WrongBlock()
    wrong.set_name("wrong")
    monkeypatch.setattr("citewell.blocks.samples.vocabulary", lambda: {"wrong": wrong})
    errors = check_vocabulary()
    assert {error.id for error in errors} == {"blocks.E001"}
    assert any(
        "description" in error.msg and "Meta of WrongBlock" in error.hint for error in errors
    )


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_every_sample_could_be_saved(name, monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    stored = factories.image()
    document = get_document_model().objects.create(title="Leaflet", file="leaflet.pdf")
    monkeypatch.setattr(image, "sample_image", lambda: stored)
    monkeypatch.setattr(download, "sample_document", lambda: document)
    block = vocabulary()[name]
    value = block.get_preview_value()
    cleaned = block.clean(value)
    again = block.to_python(json.loads(json.dumps(block.get_prep_value(cleaned))))
    assert block.get_prep_value(again) == block.get_prep_value(cleaned)


def test_every_block_of_the_vocabulary_together_is_valid_and_in_order_of_headings():
    html = str(sample_stream())
    assert html_faults(html) == []
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_body_beneath_a_heading_begins_one_level_lower():
    stream = sample_stream()
    html = stream.render_as_block({"heading_level": 3})
    assert "<h2" not in html
    assert re.search(r"<h3[^>]*>When rest helps", html)


def test_no_block_indexes_what_nobody_wrote():
    for block in BLOCKS.values():
        assert block.get_searchable_content(block.get_default()) == []


def test_what_a_script_leaves_out_is_empty_and_still_shown():
    for name, block in BLOCKS.items():
        if isinstance(block, blocks.StructBlock) and name not in {"image"}:
            assert html_faults(block.render(block.normalize({}))) == [], name
