"""What may change without a reviewer, and above all what may not."""

import pytest

from citewell.review.canonical import ClinicalText, Node, canonical
from citewell.review.minor import refusals

WORDS = """
the pain eases within most people feel better hypertension hypotension ibuprofen knee
treatment walking warning stretching helps form from
"""
KNOWN = frozenset(WORDS.split())


def bytes_of(*nodes: Node) -> bytes:
    return canonical(ClinicalText("blog.articlepage", "en-gb", [("body", nodes)]))


def changed(old: str, new: str) -> list[str]:
    return refusals(bytes_of(["p", old]), bytes_of(["p", new]), KNOWN)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The pain esaes.", "The pain eases."),
        ("Wakling helps.", "Walking helps."),
        ("The treatmnt helps.", "The treatment helps."),
        ("The kneee.", "The knee."),
    ],
)
def test_a_slip_of_the_pen_may_be_mended(old: str, new: str) -> None:
    assert changed(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hypertension", "hypotension"),
        ("hypotension", "hypertension"),
        ("naproxen helps", "ibuprofen helps"),
        ("ibuprofem helps", "ibuprofen helps"),
        ("the left knee", "the right knee"),
        ("2 people", "3 people"),
        ("two people", "ten people"),
        ("500 mg", "500 g"),
        ("500mg", "500mcg"),
        ("most people feel better", "most people do not feel better"),
        ("people do not feel better", "people do now feel better"),
        ("people cannot walk", "people can walk"),
        ("the form", "the from"),
        ("The pain eases.", "The pain eases"),
        ("people feel worse", "people feel better"),
        ("the pain", "pain"),
        ("abduction", "adduction"),
        ("wxlking", "wklking"),
    ],
)
def test_what_changes_the_meaning_is_refused(old: str, new: str) -> None:
    assert changed(old, new)


def test_a_word_with_two_neighbours_is_refused() -> None:
    known = frozenset({"bone", "zone"})
    assert refusals(bytes_of(["p", "a xone"]), bytes_of(["p", "a bone"]), known)


def test_a_web_address_may_change_under_the_same_words() -> None:
    old = bytes_of(["p", ["link", "http://a.example/1", "words"]])
    assert refusals(old, bytes_of(["p", ["link", "https://a.example/2", "words"]]), KNOWN) == []
    assert refusals(old, bytes_of(["p", ["link", "https://a.example/2", "other"]]), KNOWN)
    assert refusals(old, bytes_of(["p", ["link", "tel:999", "words"]]), KNOWN)


@pytest.mark.parametrize("scheme", ["tel:111", "sms:111", "mailto:a@a.example", "page:3"])
def test_no_other_address_may_change(scheme: str) -> None:
    old = bytes_of(["p", ["link", scheme, "words"]])
    assert refusals(old, bytes_of(["p", ["link", scheme + "9", "words"]]), KNOWN)


def test_nothing_in_a_care_card_may_change() -> None:
    def card(words: str, address: str = "https://a.example/") -> bytes:
        field: Node = ["field", "signs", ["p", words, ["link", address, "more"]]]
        return bytes_of(["block", "care_card", field])

    assert refusals(card("The pain esaes."), card("The pain eases."), KNOWN)
    assert refusals(card("Pain."), card("Pain.", "https://b.example/"), KNOWN)


def test_no_source_or_picture_or_paragraph_may_change() -> None:
    old = bytes_of(["p", "a", ["cite", "doi:10.1/a"]])
    assert refusals(old, bytes_of(["p", "a", ["cite", "doi:10.1/b"]]), KNOWN)
    assert refusals(old, bytes_of(["p", "a"]), KNOWN)
    assert refusals(old, bytes_of(["li", "a", ["cite", "doi:10.1/a"]]), KNOWN)
    assert refusals(bytes_of(["image", "1", "esaes"]), bytes_of(["image", "1", "eases"]), KNOWN)
