"""A claim is a sentence with what carries it: read from the text, shown in plain words."""

import json

from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from citewell.blocks.rich_text import FEATURES
from citewell.references.citing.claims import claims_in, written
from citewell.references.citing.marks import tag

WORDS = {one: f"So sure: {one}." for one in ("high", "moderate", "low", "very-low")}


def claim(text, key="k1", certainty="low"):
    return f'<a linktype="claim" id="{key}" certainty="{certainty}">{text}</a>'


def found(text):
    return [(one.text, one.certainty, one.sources) for one in claims_in(text)]


def test_what_carries_a_claim_are_the_citations_right_behind_it():
    text = f"<p>{claim('Warmth helps.')}{tag(3)}{tag(4)} Other.{tag(5)}</p>"
    assert found(text) == [("Warmth helps.", "low", [3, 4])]


def test_a_full_stop_between_sentence_and_citation_parts_nothing():
    assert found(f"<p>{claim('Warmth helps')}. {tag(3)}</p>") == [("Warmth helps", "low", [3])]


def test_another_sentence_between_them_parts_them():
    assert found(f"<p>{claim('Warmth helps.')} Rest too.{tag(3)}</p>")[0][2] == []


def test_pieces_around_a_citation_are_one_claim_with_both_sources():
    text = f"<p>{claim('Warmth helps')}{tag(3)}{claim(' more than rest.')}{tag(4)}</p>"
    assert found(text) == [("Warmth helps more than rest.", "low", [3, 4])]


def test_a_certainty_nobody_knows_counts_as_very_low():
    assert found(claim("A", certainty="certain")) == [("A", "very-low", [])]


def test_readers_see_the_words_once_behind_sentence_and_citations():
    text = f"<p>{claim('Warmth helps')}*{claim(' more &amp; more.')}* Other.</p>"
    assert written(text, WORDS, "*") == (
        '<p><span class="claim">Warmth helps</span>*<span class="claim"> more &amp; more.</span>*'
        ' <small class="certainty certainty--low">So sure: low.</small> Other.</p>'
    )


@given(st.lists(st.sampled_from(["words ", tag(1), claim("A"), claim("B", "k2")]), max_size=8))
def test_a_text_keeps_its_words_whatever_is_claimed(parts):
    text = "".join(parts)
    html = written(text, WORDS, "*")
    assert html.count(">A</span>") == parts.count(claim("A"))
    assert html.count(tag(1)) == parts.count(tag(1))
    assert html.count("<small") == len({part for part in parts if "claim" in part})


def test_a_claim_comes_back_from_the_editor_as_it_was():
    converter = ContentstateConverter(FEATURES)
    html = (
        f'<p data-block-key="a">So: {claim("Warmth <b>helps</b>")}{tag(3)}'
        f"{claim(' much.')}{tag(4)} Other.</p>"
    )
    assert converter.to_database_format(converter.from_database_format(html)) == html
    state = json.loads(converter.from_database_format(html))
    state["entityMap"]["0"]["data"] = {"id": '"><script>', "certainty": "low"}
    assert "script" not in converter.to_database_format(json.dumps(state))
