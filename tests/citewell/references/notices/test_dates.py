"""Dates of the Retraction Watch file, in US order and otherwise."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.references.notices.dates import read_date
from tests.effort import examples

days = st.dates(min_value=date(1970, 1, 1), max_value=date(2068, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "11/30/2026 0:00", "11/30/2026 12:00:00 AM", " 11/30/2026 ", "11/30/26", "11-30-2026",
        "2026-11-30", "2026-11-30T00:00:00Z", "2026-11-30 00:00:00+00:00", "2026/11/30", "20261130",
        "30.11.2026", "30 Nov 2026", "30-Nov-2026", "Nov. 30, 2026", "November 30th, 2026",
        "2026 Nov 30", "30/11/2026", "１１/３０/２０２６",
    ],
)  # fmt: skip
def test_each_form_names_the_day(text: str) -> None:
    assert read_date(text) == date(2026, 11, 30)


def test_numbers_with_slashes_are_month_day_year_where_both_are_dates() -> None:
    assert read_date("3/4/2020 0:00") == date(2020, 3, 4)
    assert read_date("3.4.2020") == date(2020, 4, 3)


@pytest.mark.parametrize(
    "text",
    ["", "2020", "May 2020", "5/2020", "2/30/2020", "0/0/0000", "unknown", "11/30/2026 at noon"],
)
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert read_date(text) is None


@settings(max_examples=examples(100))
@given(days, st.times())
def test_every_day_is_read_back_from_each_way_to_write_it(day: date, time: datetime) -> None:
    for text in (
        f"{day.month}/{day.day}/{day.year} {time:%H:%M}",
        f"{day:%m/%d/%Y}",
        f"{day:%m/%d/%y} {time:%I:%M %p}",
        f"{day.isoformat()}T{time:%H:%M:%S}",
        f"{day:%d %B %Y}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%d.%m.%Y}",
    ):
        assert read_date(text) == day


@settings(max_examples=examples(200))
@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    read_date(text)
