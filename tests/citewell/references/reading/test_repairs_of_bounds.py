"""Bounds of titles and of the numbers behind a source are mended where the pattern is sure."""

import pytest

from citewell.references.reading.repairs import repair
from citewell.references.reading.segments import Segment


def mended(*parts: tuple[str, str]) -> list[tuple[str, str]]:
    made, at = [], 0
    for label, text in parts:
        made.append(Segment(label, at, at + len(text), text))
        at += len(text) + 1
    return [(segment.label, segment.text) for segment in repair(made)]


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("Oct 2015:1848.", ["Oct 2015:", "1848."]),
        ("1955 Feb 23;B7.", ["1955 Feb 23;", "B7."]),
    ],
)
def test_pages_taken_for_a_date_are_cut_off(date: str, parts: list[str]) -> None:
    found = mended(("title", "Walking and pain."), ("container", "Gut."), ("date", date))
    assert found[2:] == [("date", parts[0]), ("pages", parts[1])]


def test_a_page_behind_a_year_in_brackets_is_cut_off() -> None:
    found = mended(("container", "Gut"), ("volume", "11"), ("date", "(2009) 7023"))
    assert found[2:] == [("date", "(2009)"), ("pages", "7023")]


def test_two_years_are_no_page() -> None:
    parts = [("container", "Gut"), ("volume", "2"), ("date", "1926, 1928.")]
    assert mended(*parts) == parts


def test_a_newspaper_keeps_its_day() -> None:
    found = mended(("container", "Times."), ("date", "1955 Feb"), ("volume", "23;B12."))
    assert found[1:] == [("date", "1955 Feb 23;"), ("pages", "B12.")]


def test_a_lettered_volume_is_no_part_of_the_journal() -> None:
    found = mended(("container", "J Opt Soc Am A27"), ("date", "(2010)"), ("pages", "268."))
    assert found[:2] == [("container", "J Opt Soc Am"), ("volume", "A27")]


def test_a_bracket_cut_in_two_is_joined() -> None:
    found = mended(("title", "Balance (in"), ("container", "men). Gut"), ("date", "2001."))
    assert found[:2] == [("title", "Balance (in men)."), ("container", "Gut")]


def test_the_last_of_the_people_goes_to_the_people() -> None:
    found = mended(("author", "Roe H."), ("title", "and Lee S. A walk a day."), ("date", "2001."))
    assert found[:2] == [("author", "Roe H. and Lee S."), ("title", "A walk a day.")]


@pytest.mark.parametrize(
    ("title", "editor"),
    [
        ("Walking. Pain in practice.", "Roe A, Lee B, editors."),
        ("Walking in daily life in Pain in practice", "(eds Roe, A. & Lee, B.)"),
    ],
)
def test_a_book_before_its_editors_is_no_part_of_the_title(title: str, editor: str) -> None:
    found = mended(("author", "Ito K."), ("title", title), ("editor", editor), ("date", "2001."))
    assert ("container", title[title.index("Pain in practice") :]) in [
        (label, text.removeprefix("in ")) for label, text in found
    ]


def test_a_title_of_one_word_behind_initials_is_a_title() -> None:
    found = mended(("author", "Roe, M. A. Illuminations."), ("location", "Paris:"))
    assert found[:2] == [("author", "Roe, M. A."), ("title", "Illuminations.")]


def test_a_given_name_spelt_out_is_no_family_name() -> None:
    parts = [("author", "William G. Cochran."), ("title", "Sampling."), ("date", "1977.")]
    assert mended(*parts) == parts
