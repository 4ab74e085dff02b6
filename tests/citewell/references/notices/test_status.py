"""What a work's notices mean together, and which are the work's."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.references.notices import Nature, Notice, status_of
from citewell.references.notices.belonging import is_about, records_of
from tests.effort import examples

DAY = date(2015, 6, 1)
RETRACTION, CONCERN = Nature.RETRACTION, Nature.CONCERN
CORRECTION, REINSTATEMENT = Nature.CORRECTION, Nature.REINSTATEMENT

dates = st.none() | st.integers(0, 5).map(lambda n: DAY + timedelta(days=n))
notices = st.lists(
    st.builds(
        Notice,
        st.sampled_from(Nature),
        dates,
        st.sampled_from(["", "10.1234/notice"]),
        st.just(""),
        st.integers(1, 99).map(str),
    ),
    max_size=8,
)


def on(nature: Nature, days: int | None = 0, **fields) -> Notice:
    return Notice(nature, None if days is None else DAY + timedelta(days=days), **fields)


def test_a_retraction_stands_until_a_later_reinstatement() -> None:
    assert status_of([on(RETRACTION)]).is_retracted
    status = status_of([on(RETRACTION), on(REINSTATEMENT, 1)])
    assert not status.is_retracted
    assert status.lifted == on(REINSTATEMENT, 1)
    assert status_of([on(RETRACTION), on(REINSTATEMENT, -1)]).is_retracted


def test_on_equal_dates_the_graver_holds() -> None:
    assert status_of([on(REINSTATEMENT), on(RETRACTION)]).is_retracted


def test_nothing_else_lifts_a_retraction_and_nothing_takes_its_place() -> None:
    status = status_of([on(RETRACTION), on(CORRECTION, 5), on(CONCERN, 6), on(Nature.OTHER, 7)])
    assert status.is_retracted
    assert status.corrections == [on(CORRECTION, 5)]
    assert status.concerns == [on(CONCERN, 6)]
    assert status.shown == [on(RETRACTION), on(CORRECTION, 5), on(CONCERN, 6)]


def test_a_second_retraction_stands_after_a_reinstatement() -> None:
    status = status_of([on(RETRACTION), on(REINSTATEMENT, 1), on(RETRACTION, 2)])
    assert status.retraction == on(RETRACTION, 2)
    assert status.lifted is None


def test_an_unknown_date_is_read_as_the_graver() -> None:
    assert status_of([on(RETRACTION, None), on(REINSTATEMENT, 9)]).is_retracted
    assert status_of([on(RETRACTION), on(REINSTATEMENT, None)]).is_retracted


def test_of_nothing_nothing_is_said() -> None:
    assert not status_of([])
    assert not status_of([on(Nature.OTHER)])
    assert not status_of([]).shown


@settings(max_examples=examples(200))
@given(notices, st.randoms())
def test_the_order_of_notices_means_nothing(found, random) -> None:
    mixed = random.sample(found, len(found))
    assert status_of(found) == status_of(mixed)
    assert status_of(found).retraction == status_of(mixed).retraction


@settings(max_examples=examples(200))
@given(notices, st.sampled_from([CONCERN, CORRECTION, RETRACTION, Nature.OTHER]), dates)
def test_only_a_reinstatement_takes_a_retraction_away(found, nature, day) -> None:
    before = status_of(found).is_retracted
    after = status_of([*found, Notice(nature, day, record="new")]).is_retracted
    assert after >= before
    assert after or nature != RETRACTION or any(each.nature == REINSTATEMENT for each in found)


@settings(max_examples=examples(200))
@given(notices)
def test_it_is_retracted_as_walking_through_the_days_finds(found) -> None:
    state = any(each.nature == RETRACTION and not each.date for each in found)
    standing = state
    for number in range(-1, 7):
        today = {each.nature for each in found if each.date == DAY + timedelta(days=number)}
        if REINSTATEMENT in today:
            standing = state
        if RETRACTION in today:
            standing = True
    assert status_of(found).is_retracted == standing


@settings(max_examples=examples(100))
@given(notices)
def test_every_notice_is_kept_and_read_back_from_json(found) -> None:
    status = status_of(found)
    assert Counter(status.notices) == Counter(set(found))
    assert status_of(Notice.from_json(each.as_json()) for each in status.notices) == status
    known = [each for each in status.notices if each.nature != Nature.OTHER]
    assert Counter(status.shown) == Counter(known)


@dataclass(frozen=True)
class Rec:
    doi: str = ""
    pmid: str = ""
    notice_doi: str = ""


@pytest.mark.parametrize(
    ("record", "doi", "pmid", "expected"),
    [
        (Rec("10.1/a", "5"), "10.1/a", "", True),
        (Rec("10.1/a", "5"), "", "5", True),
        (Rec("10.1/a"), "10.1/b", "", False),
        (Rec("", ""), "", "", False),
        (Rec("10.1/a", "5", "10.1/n"), "10.1/n", "", False),  # it is the notice
        (Rec("10.1/a", "5", "10.1/n"), "10.1/n", "5", False),  # also by a shared number
        (Rec("10.1/a", "5", "10.1/a"), "10.1/a", "", True),  # retracted in place
        (Rec("10.1/a", "5"), "10.1/b", "5", True),  # doubtful, the graver holds
    ],
)
def test_a_record_is_about_the_work_it_names_not_about_its_notice(
    record, doi, pmid, expected
) -> None:
    assert is_about(record, doi, pmid) is expected


def test_records_of_one_work_are_joined_by_one_that_has_both_numbers() -> None:
    both, number_only = Rec("10.1/a", "5"), Rec("", "5")
    assert records_of("10.1/a", "", [both, number_only]) == [both, number_only]
    other = replace(both, doi="10.1/other")
    assert records_of("10.1/a", "", [both, other]) == [both]
    doi_only = Rec("10.1/a")
    assert records_of("", "5", [both, doi_only]) == [both, doi_only]
    assert records_of("10.1/b", "", [both, number_only]) == []
