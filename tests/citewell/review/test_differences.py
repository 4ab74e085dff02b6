"""Differences between two contents, without a database."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.review.differences import Kind, apply, differences, is_different, spans
from citewell.review.lines import content_of, lines_of, tokens_of
from tests.effort import examples

WORDS = st.sampled_from(["take", "two", "not", "10", "mg", "left", "rest", "walk", "a", "b", ". "])
TEXT = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
INLINE = st.one_of(
    TEXT,
    st.tuples(st.sampled_from(["sup", "sub"]), TEXT).map(list),
    st.tuples(st.just("link"), st.sampled_from(["tel:999", "https://a"]), TEXT).map(list),
    st.tuples(st.just("cite"), st.sampled_from(["doi:1", "doi:2"])).map(list),
)
LINE = st.one_of(
    st.tuples(
        st.sampled_from(["p", "li", "h2", "td"]), st.lists(INLINE, min_size=1, max_size=3)
    ).map(lambda pair: [pair[0], *pair[1]]),
    st.tuples(st.just("image"), st.sampled_from("12"), TEXT).map(list),
    TEXT,
)


def grouped(nodes: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    inside = st.lists(nodes, max_size=3)
    named = st.tuples(
        st.sampled_from(["block", "field"]), st.sampled_from(["rich_text", "list", "a b"]), inside
    ).map(lambda found: [found[0], found[1], *found[2]])
    bare = st.tuples(st.sampled_from(["ul", "ol", "tr"]), inside).map(lambda f: [f[0], *f[1]])
    return st.one_of(named, bare)


NODE = st.recursive(LINE, grouped, max_leaves=8)
CONTENT = st.lists(
    st.tuples(st.sampled_from(["title", "lead", "body"]), st.lists(NODE, max_size=5)), max_size=3
)


@given(CONTENT)
@settings(max_examples=examples(60), deadline=None)
def test_lines_and_content_say_the_same(content: Any) -> None:
    assert content_of(lines_of(content)) == content


@given(CONTENT, CONTENT)
@settings(max_examples=examples(100), deadline=None)
def test_applying_the_differences_gives_the_new_content(old: Any, new: Any) -> None:
    changes = differences(old, new)
    assert apply(old, changes) == new
    assert is_different(changes) is (old != new)


@given(CONTENT, CONTENT)
@settings(max_examples=examples(60), deadline=None)
def test_the_words_of_a_changed_line_are_the_old_and_the_new_ones(old: Any, new: Any) -> None:
    for change in differences(old, new):
        found = spans(change)
        for side, gone in ((change.old, Kind.INSERTED), (change.new, Kind.REMOVED)):
            shown = "".join(span.text for span in found if span.kind != gone)
            assert shown == "".join(token.text for token in tokens_of(side)) if side else not shown


def body(*texts: str) -> Any:
    return [("body", [["block", "rich_text", *(["p", text] for text in texts)]])]


def kinds(old: Any, new: Any) -> list[str]:
    return [str(change.kind) for change in differences(old, new)]


def test_equal_contents_have_no_difference() -> None:
    assert kinds(body("One.", "Two."), body("One.", "Two.")) == ["same", "same"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (("One.", "Three."), ("One.", "Two words.", "Three."), ["same", "inserted", "same"]),
        (("One.", "Two words."), ("One.",), ["same", "removed"]),
        (("Walk for 10 minutes.",), ("Walk for 20 minutes.",), ["changed"]),
        (("Walk for 10 minutes.",), ("Call an ambulance now!",), ["inserted", "removed"]),
        (
            ("First here.", "Rest.", "Last there."),
            ("Rest.", "Last there.", "First here."),
            ["moved_away", "same", "same", "moved_here"],
        ),
    ],
)
def test_a_paragraph_comes_goes_changes_or_moves(old: Any, new: Any, expected: Any) -> None:
    assert kinds(body(*old), body(*new)) == expected


def test_a_block_that_is_parted_in_two_is_a_difference() -> None:
    assert kinds(body("One.", "Two."), [("body", body("One.")[0][1] + body("Two.")[0][1])]) == [
        "same",
        "regrouped",
    ]


def test_one_changed_number_is_all_that_is_marked() -> None:
    [change] = differences(body("Take 10 mg a day."), body("Take 100 mg a day."))
    marked = [(str(span.kind), span.text) for span in spans(change) if span.kind != Kind.SAME]
    assert marked == [("removed", "10"), ("inserted", "100")]


def test_a_link_that_leads_elsewhere_under_the_same_words_is_marked() -> None:
    old, new = ([("body", [["p", "Call ", ["link", to, "us"]]])] for to in ("tel:999", "tel:111"))
    [change] = differences(old, new)
    assert [(span.kind, span.role) for span in spans(change)[1:]] == [
        (Kind.REMOVED, "link tel:999"),
        (Kind.INSERTED, "link tel:111"),
    ]


def test_changes_of_another_content_are_not_applied() -> None:
    with pytest.raises(ValueError, match="another content"):
        apply(body("One."), differences(body("Two."), body("Three.")))


def test_a_long_page_rewritten_from_end_to_end_is_compared() -> None:
    old = body(*(f"Sentence {number} of the old page." for number in range(300)))
    new = body(*(f"Line {number} of another page." for number in range(300)))
    assert apply(old, differences(old, new)) == new
