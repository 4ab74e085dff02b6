"""Dates in the forms references print."""

import pytest

from citewell.references.reading.dates import read_date, says_no_date


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2011", [[2011]]),
        ("(2011a).", [[2011]]),
        ("2011 Jul;", [[2011, 7]]),
        ("2011 Jul 4", [[2011, 7, 4]]),
        ("July 4, 2011", [[2011, 7, 4]]),
        ("4 July 2011", [[2011, 7, 4]]),
        ("4th July 2011", [[2011, 7, 4]]),
        ("(2016, March 22).", [[2016, 3, 22]]),
        ("2020-01-07", [[2020, 1, 7]]),
        ("07.01.2020", [[2020, 1, 7]]),
        ("Juli 2003", [[2003, 7]]),
        ("3 de marzo de 2019", [[2019, 3, 3]]),
        ("août 2013", [[2013, 8]]),
        ("19-Oct-2017", [[2017, 10, 19]]),
        ("Jul-Aug 2011", [[2011, 7], [2011, 8]]),
        ("2011 Jul-Aug", [[2011, 7], [2011, 8]]),
        ("1985–2000", [[1985], [2000]]),
        ("September/October 1995", [[1995, 9], [1995, 10]]),
    ],
)
def test_dates_become_date_parts(text: str, parts: list[list[int]]) -> None:
    assert read_date(text) == parts


@pytest.mark.parametrize("text", ["n.d.", "(n. d.)", "in press", "12345", "1011"])
def test_what_holds_no_date_gives_none(text: str) -> None:
    assert read_date(text) is None


def test_no_date_can_be_said() -> None:
    assert says_no_date("(n.d.).")
    assert not says_no_date("(2011).")
