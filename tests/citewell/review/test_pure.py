"""The canonical form, the chain and coverage, without a database."""

import hashlib

import pytest

from citewell.review.canonical import ClinicalText, canonical, content_hash, read
from citewell.review.chain import START, Link, Signer, broken, commitment, entry_hash
from citewell.review.coverage import Entry, coverage
from citewell.review.rich_text import nodes_of

DOCUMENT = ClinicalText(
    type="conditions.conditionpage",
    language="en-gb",
    content=[
        ("title", ["Sciatica  and\u00a0cafe\u0301 "]),
        ("summary", [["p", "10", ["sup", "5"], " cells."]]),
    ],
)
VECTOR = (
    '{"content":[["title",["Sciatica and café"]],["summary",[["p","10",["sup","5"]," cells."]]]],'
    '"form":"citewell-clinical-1","language":"en-gb","type":"conditions.conditionpage"}'
).encode()


def test_version_1_stays_as_it_is_for_ever() -> None:
    assert canonical(DOCUMENT) == VECTOR
    assert content_hash(VECTOR) == hashlib.sha256(VECTOR).hexdigest()


def test_reading_and_writing_again_gives_the_same_bytes() -> None:
    assert canonical(read(VECTOR)) == VECTOR


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="no form"):
        read(b'{"form":"citewell-clinical-99"}')


def identify(kind: str, attrs: object) -> list[str]:
    return ["link", kind]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ('<p data-block-key="a">Take <b>two</b></p>', "<p>Take two</p>", True),
        ("<p>10<sup>5</sup></p>", "<p>105</p>", False),
        ("<p>a</p><p></p>", "<p>a</p>", True),
        ("<p>a b</p>", "<p>a</p><p>b</p>", False),
        ("<ul><li>a</li></ul>", "<p>a</p>", False),
        ('<p><a linktype="page" id="1">a</a></p>', "<p>a</p>", False),
    ],
)
def test_words_count_and_looks_do_not(one: str, other: str, same: bool) -> None:
    assert (nodes_of(one, identify) == nodes_of(other, identify)) is same


def chain_of(count: int) -> list[Link]:
    links, before = [], START
    for number in range(1, count + 1):
        members = {"number": number, "previous": before, "time": "2026-05-03T09:30:00.000000+00:00"}
        links.append(Link(1, number, members, before, entry_hash(members)))
        before = links[-1].hash
    return links


def test_the_hash_of_an_entry_stays_as_it_is_for_ever() -> None:
    text = b'citewell-signoff-1\n{"a":"\xc3\xa9","b":null}'
    assert entry_hash({"b": None, "a": "é"}) == hashlib.sha256(text).hexdigest()


def test_a_whole_chain_has_no_fault() -> None:
    assert list(broken(chain_of(5))) == []


def test_an_entry_that_is_gone_moved_or_altered_is_found_at_its_place() -> None:
    links = chain_of(5)
    assert [fault.number for fault in broken([*links[:2], *links[3:]])] == [4, 4]
    assert list(broken([links[1], links[0], *links[2:]]))
    altered = Link(1, 3, {**links[2].members, "time": "x"}, links[2].previous, links[2].hash)
    assert [fault.number for fault in broken([*links[:2], altered, *links[3:]])] == [3]


def test_a_commitment_needs_its_salt() -> None:
    signer = Signer("Dr Example")
    assert commitment(signer, "a") != commitment(signer, "b")
    assert commitment(signer, "a") != commitment(Signer("Dr Other"), "a")


def signed(key: int, content: str = "A", signer: str = "1", risk: str = "routine") -> Entry:
    return Entry(key, "signed", content, signer, risk, {})


def test_a_sign_off_covers_its_content_and_no_other() -> None:
    found = coverage([signed(1)])
    assert found.is_enough("A")
    assert not found.is_enough("B")


def test_what_is_withdrawn_covers_nothing() -> None:
    found = coverage([signed(1), Entry(2, "withdrawn", "A", "1", "", {"sign_off": 1})])
    assert not found.is_enough("A")
    assert found.last is None


def test_a_minor_change_passes_the_cover_on_until_it_is_withdrawn() -> None:
    minor = Entry(2, "minor", "B", "3", "", {"before": "A"})
    assert coverage([signed(1), minor]).is_enough("B")
    gone = Entry(3, "withdrawn", "A", "1", "", {"sign_off": 1})
    assert not coverage([signed(1), minor, gone]).is_enough("B")


def test_a_minor_change_of_what_nobody_signed_covers_nothing() -> None:
    assert not coverage([Entry(2, "minor", "B", "3", "", {"before": "A"})]).is_enough("B")


def test_high_risk_needs_two_people() -> None:
    once = [signed(1, risk="high")]
    assert not coverage(once).is_enough("A")
    assert not coverage([*once, signed(2, risk="high")]).is_enough("A")
    assert coverage([*once, signed(2, signer="2", risk="high")]).is_enough("A")
    assert not coverage([signed(1)]).is_enough("A", "high")


def test_one_person_cannot_lower_the_risk() -> None:
    high = [signed(1, risk="high"), signed(2, signer="2", risk="high")]
    assert not coverage([*high, signed(3, "B")]).is_enough("B")
    assert coverage([*high, signed(3, "B"), signed(4, "B", "2")]).risk == "routine"
