"""Uploaded bytes become text in every encoding people use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.text.decoding import decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_usual_encodings_are_recognised(encoding: str) -> None:
    text = "Müller’s naïve café – 5 €"
    assert decode(text.encode(encoding)) == text


def test_big_endian_utf_16_is_recognised_by_its_mark() -> None:
    assert decode(b"\xfe\xff" + "Ödegård".encode("utf-16-be")) == "Ödegård"


def test_bytes_windows_leaves_undefined_are_kept() -> None:
    assert decode(b"a\x81b\xe9") == "a\x81bé"


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    assert isinstance(decode(data), str)


def test_a_file_of_two_encodings_keeps_both() -> None:
    assert decode("Müller – ".encode() + "Müller".encode("cp1252")) == "Müller – Müller"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_utf_8_comes_back_unchanged(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text
