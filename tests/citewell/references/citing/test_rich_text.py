"""A mark between database, editor and page: nothing is lost on the way, nothing else gets in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import expand_db_html

from citewell.blocks.rich_text import FEATURES, ProseBlock
from citewell.references.citing.marks import LONGEST_LOCATOR, Mark, marks_in, tag
from citewell.references.rich_text import SIGN, TYPE


@pytest.fixture
def converter():
    return ContentstateConverter(FEATURES)


def round_trip(html):
    converter = ContentstateConverter(FEATURES)
    return converter.to_database_format(converter.from_database_format(html))


def stored(*inner):
    return "".join(f'<p data-block-key="k{n}">{html}</p>' for n, html in enumerate(inner))


locators = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zs", "Zl", "Zp"]), max_size=20
)
marks = st.builds(Mark, st.integers(1, 10**12), locators)
pieces = st.sampled_from(["words", "<b>bold</b>", "<i>it</i>", ", ", " and ", "1 &lt; 2", "<br/>"])


@given(st.lists(st.one_of(pieces, marks.map(str)), min_size=1, max_size=8))
def test_what_is_stored_comes_back_from_the_editor_as_it_was(inner):
    html = stored("x" + "".join(inner) + "y")
    once = round_trip(html)
    assert round_trip(once) == once
    assert list(marks_in(once)) == list(marks_in(html))


def test_marks_keep_their_place_among_words_lists_links_and_each_other():
    html = stored(
        f"Gets better.{tag(3)}{tag(4, 'p. 12')} More <b>bold</b>{tag(3)}.",
        f'<a href="https://example.org/">A link</a>{tag(5)} and on',
        f"{tag(6)} first, and last {tag(7)}",
    )
    assert round_trip(html) == html
    listed = f'<ul><li data-block-key="a">One{tag(8)}</li><li data-block-key="b">{tag(9)}</li></ul>'
    assert round_trip(listed) == listed


def test_the_editor_gets_one_sign_with_the_key_and_the_place(converter):
    state = json.loads(converter.from_database_format(stored(f"Better.{tag(3, 'p. 12')}")))
    assert state["blocks"][0]["text"] == f"Better.{SIGN}"
    entity = state["entityMap"][str(state["blocks"][0]["entityRanges"][0]["key"])]
    assert entity == {
        "type": TYPE,
        "mutability": "IMMUTABLE",
        "data": {"id": 3, "locator": "p. 12"},
    }


@pytest.mark.parametrize("key", [None, "", "x", "3x", "-1", "9" * 40, '3"><script>', [], 1.5])
def test_an_entity_without_a_key_is_not_stored(converter, key):
    block = {
        "key": "a", "text": f"Better{SIGN}.", "type": "unstyled", "depth": 0, "data": {},
        "inlineStyleRanges": [], "entityRanges": [{"offset": 6, "length": 1, "key": 0}],
    }  # fmt: skip
    entity = {"type": TYPE, "mutability": "IMMUTABLE", "data": {"id": key, "locator": "<b>"}}
    html = converter.to_database_format(json.dumps({"blocks": [block], "entityMap": {"0": entity}}))
    assert html == '<p data-block-key="a">Better.</p>'


def test_a_long_or_broken_locator_is_cut_and_put_on_one_line(converter):
    state = json.loads(converter.from_database_format(stored(f"A{tag(3)}")))
    state["entityMap"]["0"]["data"]["locator"] = " p.\n 12 " + "x" * 500
    html = converter.to_database_format(json.dumps(state))
    assert next(iter(marks_in(html))).locator == ("p. 12 " + "x" * 500)[:LONGEST_LOCATOR]


def test_without_its_page_a_mark_is_left_out_and_takes_no_word_along():
    assert expand_db_html(f"<p>Better{tag(3)}.</p>") == "<p>Better.</p>"


def test_the_search_index_sees_no_sign_of_a_mark():
    block = ProseBlock()
    assert block.get_searchable_content(block.to_python(f"<p>Better{tag(3)}.</p>")) == ["Better."]
