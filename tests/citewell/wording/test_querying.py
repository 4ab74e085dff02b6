"""What is searched, and where it stands; without a database."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.wording.querying import (
    LONGEST,
    CannotSearch,
    fold,
    fragments,
    is_near,
    places,
    root,
    stem,
    understand,
)
from tests.effort import examples

WORDS = st.text(alphabet="abcdeilnorst", min_size=4, max_size=10)


def found(phrase: str, text: str, **options) -> list[str]:
    folded = fold(text)
    wanted = understand(phrase, **options)
    return [folded[start:end] for start, end in places(wanted, folded)]


def test_a_phrase_is_found_whatever_its_capitals_blanks_and_apostrophes() -> None:
    assert found("Don’t  take 400 mg", "You don't take\n400 MG a day.") == ["don't take 400 mg"]


@pytest.mark.parametrize("phrase", ["", " ", "a", "5", "…", "“”", "%%"])
def test_one_letter_is_answered_with_a_sentence(phrase: str) -> None:
    with pytest.raises(CannotSearch, match="at least two"):
        understand(phrase)


def test_a_very_long_phrase_is_answered_with_a_sentence() -> None:
    with pytest.raises(CannotSearch, match=f"at most {LONGEST}"):
        understand("word " * 100_000)


@pytest.mark.parametrize("phrase", [r"(a+)+$", r"\d+ mg", ".*cure.*", "[a-z]{3,}ing"])
def test_a_regular_expression_is_its_letters_and_one_is_told(phrase: str) -> None:
    wanted = understand(phrase)
    assert places(wanted, fold("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! 5 mg cure")) == []
    assert places(wanted, fold(f"before {phrase} after"))
    if phrase != "(a+)+$":
        assert "letter by letter" in wanted.note


def test_forms_of_words_count_on_request() -> None:
    text = "Stop if you bled or are bleeding."
    assert found("bleed", text) == ["bleed"]
    assert found("bleeds", text) == []
    assert found("bleeds", text, forms=True) == ["bleeding"]
    assert found("therapy", "Two therapies.", forms=True) == ["therapies"]


def test_near_spellings_count_on_request() -> None:
    text = "Ibuprofin, ibuporfen, ibuprrofen, iboprofen and naproxen."
    assert found("ibuprofen", text) == []
    assert found("ibuprofen", text, near=True) == [
        "ibuprofin", "ibuporfen", "ibuprrofen", "iboprofen",
    ]  # fmt: skip


def test_numbers_are_never_near() -> None:
    assert found("4000", "4001 or 400", near=True) == []


def test_words_of_a_phrase_stand_one_after_the_other() -> None:
    assert found("back pains", "Pain in the back. Back pain.", forms=True) == ["back pain"]


@given(WORDS, st.data())
@settings(max_examples=examples(200), deadline=None)
def test_one_slip_is_near_and_its_passage_is_a_candidate(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdeilnorst"))
    slips = [
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
    ]
    (ways,) = fragments(understand(word, near=True))
    for slip in slips:
        assert is_near(word, slip)
        assert is_near(slip, word)
        assert any(way in slip for way in ways), (word, slip, ways)


@given(WORDS, WORDS)
@settings(max_examples=examples(100), deadline=None)
def test_what_is_near_differs_by_one_slip(word: str, other: str) -> None:
    if is_near(word, other) and word != other:
        assert abs(len(word) - len(other)) <= 1


@pytest.mark.parametrize(
    ("word", "form"),
    [("bleeding", "bleed"), ("therapy", "therapies"), ("injections", "inject"), ("dose", "dosing"),
     ("swelling", "swollen"), ("exercises", "exercising"), ("tablet", "tablets")],
)  # fmt: skip
def test_a_form_that_counts_is_a_candidate(word: str, form: str) -> None:
    if stem(word) == stem(form):
        (ways,) = fragments(understand(word, forms=True))
        assert any(way in form for way in ways)


@given(st.text(max_size=60), st.text(max_size=200))
@settings(max_examples=examples(100), deadline=None)
def test_no_phrase_breaks_it(phrase: str, text: str) -> None:
    try:
        wanted = understand(phrase, forms=True, near=True)
    except CannotSearch:
        return
    folded = fold(text)
    for start, end in places(wanted, folded):
        assert 0 <= start < end <= len(folded)
    assert all(fragments(wanted))
    assert root(wanted.words[0])
