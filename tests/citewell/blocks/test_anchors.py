"""Anchors of headings are filled once, differ on a page, and stay."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.blocks.anchors import RESERVED, fill_anchors
from citewell.blocks.vocabulary import ContentBlock
from conditions.models import ConditionPage
from tests import factories

headings = st.lists(
    st.fixed_dictionaries(
        {"text": st.text(max_size=8)}, optional={"anchor": st.none() | st.text(max_size=8)}
    ),
    max_size=12,
)


def stored(*values):
    """A body with these headings, as it is stored."""
    block = ContentBlock()
    data = [{"type": "heading", "value": {"level": "2", **value}} for value in values]
    return json.loads(json.dumps(block.get_prep_value(block.to_python(data))))


def anchors(data):
    """The anchors of a stored body."""
    return [item["value"]["anchor"] for item in data]


@given(headings)
def test_any_headings_get_anchors_that_differ_and_filling_again_changes_nothing(values):
    fill_anchors(values)
    first = [value["anchor"] for value in values]
    assert all(first)
    assert len({*first, *RESERVED}) == len(first) + len(RESERVED)
    assert not any(character.isspace() for anchor in first for character in anchor)
    fill_anchors(values)
    assert [value["anchor"] for value in values] == first


def test_an_anchor_is_the_slug_of_the_text_in_any_script():
    assert anchors(stored({"text": "What helps?"}, {"text": "Ból pleców"}, {"text": "?!"})) == [
        "what-helps", "ból-pleców", "section",
    ]  # fmt: skip


def test_an_anchor_stays_when_the_text_changes():
    assert anchors(stored({"text": "New words", "anchor": "old-words"})) == ["old-words"]


def test_the_copy_of_a_heading_gets_an_anchor_of_its_own():
    value = {"text": "Causes", "anchor": "causes"}
    assert anchors(stored(value, value)) == ["causes", "causes-2"]


def test_an_anchor_never_takes_one_of_the_page_itself():
    assert anchors(stored({"text": "Main"}, {"text": "References"})) == ["main-2", "references-2"]


def test_a_cleaned_body_holds_its_anchors_at_once():
    block = ContentBlock()
    value = block.to_python([{"type": "heading", "value": {"text": "Causes", "level": "2"}}])
    assert block.clean(value)[0].value["anchor"] == "causes"


@pytest.mark.django_db
def test_a_page_written_by_a_script_has_anchors_once_it_is_loaded():
    page = factories.article(body=[("heading", {"text": "Causes", "level": "2"})])
    page.refresh_from_db()
    assert page.body[0].value["anchor"] == "causes"
    page.body[0].value["text"] = "Other words"
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.body[0].value["anchor"] == "causes"


@pytest.mark.django_db
def test_headings_of_two_aspects_do_not_share_an_anchor():
    page = factories.condition(
        aspects=[
            ("causes", [("heading", {"text": "Who gets it", "level": "2"})]),
            ("outlook", [("heading", {"text": "Who gets it", "level": "2"})]),
        ]
    )
    page = ConditionPage.objects.get(pk=page.pk)
    found = [aspect.value[0].value["anchor"] for aspect in page.aspects]
    assert found == ["who-gets-it", "who-gets-it-2"]
