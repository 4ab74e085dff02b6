"""Plain numbers that name a list: what surely cites, what a person judges, what never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.references.citing.numerals import expanded, numerals_in, replaced


def found(text, entries=10):
    return [(one.shown, one.numbers, bool(one.doubt)) for one in numerals_in(text, entries)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Less pain.1,2 More", (1, 2)),
        ("less pain,3 and", (3,)),
        ("“less pain.”4 More", (4,)),
        ("(less pain).5", (5,)),
        ("it <b>helps.</b>1–3 Then", (1, 2, 3)),
        ("helps<sup>2,4-6</sup>", (2, 4, 5, 6)),
        ("helps <sup>[7]</sup>", (7,)),
        ("helps [1] again", (1,)),
        ("helps [2, 4–6].", (2, 4, 5, 6)),
        ("Ça aide.2 Puis", (2,)),
    ],
)
def test_these_surely_cite(text, numbers):
    assert [(one[1], one[2]) for one in found(f"<p>{text}</p>")] == [(numbers, False)]


@pytest.mark.parametrize(
    "text",
    [
        "exercise3 helps",  # may be a name
        "in 2019.4 Then",
        "as (3) shows",
        "see Fig.2 there",
        "m<sup>2</sup>",
        "10<sup>5</sup>",
        "helps.3,1 More",
    ],
)
def test_these_are_left_to_a_person(text):
    assert [one[2] for one in found(f"<p>{text}</p>")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "3 of 10 people",
        "3.5 km",
        "p < 0.05",
        "12.5% of",
        "vitamin B12",
        "disc L5",
        "pain.11 More",  # the list has ten
        "pain.0",
        "pain.1,200 people",
        "pain.3mg",
        "https://example.org/a.1 there",
        '<a href="/x">word.2</a>',
        "H<sub>2</sub>O",
        "pain.5-3 backwards",
        "at 10.3 or 7:30",
    ],
)
def test_these_never_cite(text):
    assert found(f"<p>{text}</p>") == []


def test_without_a_list_nothing_cites():
    assert found("<p>pain.1</p>", entries=0) == []


def test_a_person_is_told_why_and_sees_the_words_before():
    (one,) = numerals_in("<p>So <b>many words</b> exercise3 helps</p>", 5)
    assert one.doubt == "right behind a word"
    assert one.before.endswith("many words exercise")


def test_what_is_replaced_is_the_number_and_nothing_else():
    text = "<p>Less pain.1,2 Raised<sup>3</sup> and [4].</p>"
    numerals = numerals_in(text, 9)
    marks = [f"<{n}>" for n in range(len(numerals))]
    assert replaced(text, numerals, marks) == "<p>Less pain.<0> Raised<1> and <2>.</p>"


@given(st.text(max_size=80), st.integers(0, 40))
def test_any_text_is_read_and_each_place_shows_its_number(text, entries):
    for one in numerals_in(text, entries):
        assert one.shown in text[one.start : one.end]
        assert expanded(one.shown) == one.numbers
        assert all(1 <= number <= entries for number in one.numbers)
