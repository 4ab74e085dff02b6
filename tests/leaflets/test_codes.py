"""Codes on paper: not guessable, forgiving of what looks alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflets.codes import ALPHABET, LENGTH, new_code, printed, read
from tests.effort import examples

CODES = st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH)


def test_codes_differ_and_have_fifty_bits() -> None:
    found = {new_code() for _number in range(500)}
    assert len(found) == 500
    assert len(ALPHABET) ** LENGTH == 2**50


@given(CODES, st.randoms())
@settings(max_examples=examples(100))
def test_a_code_is_read_however_it_is_typed(code: str, random) -> None:
    alike = {"0": "0Oo", "1": "1IilL", "V": "VvUu"}
    typed = "".join(random.choice(alike.get(sign, sign + sign.lower())) for sign in printed(code))
    assert read(f" {typed} ") == code


@pytest.mark.parametrize("typed", ["", "ABC", "x" * 5000, "ABCDE-FGHJ!", "ÄBCDEFGHJK", "\0" * 10])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read(typed) == ""


@given(st.text(max_size=30))
@settings(max_examples=examples(100))
def test_any_text_is_a_code_or_none(typed: str) -> None:
    found = read(typed)
    assert found == "" or (len(found) == LENGTH and set(found) <= set(ALPHABET))
