"""The parts of a pasted text, cut for a page to colour: nothing of the text is lost."""

from hypothesis import given
from hypothesis import strategies as st

from citewell.references.marking import _MARK_OF, MARKS, Piece, pieces
from citewell.references.reading import read_references

TEXT = "Hall AB, Lee C. Exercise for back pain. Spine. 2014;39(2):10-9. doi:10.1000/abc"

places = st.tuples(st.integers(0, 60), st.integers(0, 60))
spans = st.dictionaries(st.sampled_from([*_MARK_OF, "lead"]), places, max_size=8)


@given(st.text(max_size=50), spans)
def test_the_pieces_are_the_text_whatever_the_places(text, places_of):
    found = pieces(text, places_of)
    assert "".join(piece.text for piece in found) == text
    assert all(piece.text for piece in found)
    assert all(piece.mark in {"", *MARKS} for piece in found)


def test_each_part_that_was_read_is_marked_with_its_name():
    reading = read_references(TEXT)[0]
    marked = {piece.name: piece.text for piece in pieces(TEXT, reading.spans) if piece.mark}
    assert marked["Authors"].startswith("Hall AB, Lee C")
    assert marked["Title"].startswith("Exercise for back pain")
    assert "10.1000/abc" in marked["Identifier or address"]


def test_without_places_the_text_is_one_piece():
    assert pieces(TEXT, {}) == [Piece(TEXT)]


def test_of_two_on_the_same_text_the_one_that_begins_first_has_it():
    assert pieces("abcdef", {"title": (0, 4), "issued": (2, 6)}) == [
        Piece("abcd", "title"),
        Piece("ef", "date"),
    ]
