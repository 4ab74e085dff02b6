"""CSL-JSON: faults are said in plain words, loose data is brought into shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.references.csl import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    TEXT_VARIABLES,
    TYPES,
    date_from_text,
    is_date,
    name_as_text,
    name_from_text,
    tidy,
    validate,
    year_of,
)


def test_the_vocabulary_is_that_of_csl_1_0_2():
    assert len(TYPES) == 45
    assert {"author", "editor-translator", "reviewed-author"} <= NAME_VARIABLES
    assert {"accessed", "available-date", "event-date", "issued", "original-date", "submitted"} == (
        DATE_VARIABLES
    )
    assert {"title", "DOI", "page", "archive_location"} <= TEXT_VARIABLES
    assert not NAME_VARIABLES & TEXT_VARIABLES
    assert not DATE_VARIABLES & TEXT_VARIABLES


def test_a_sound_item_has_no_fault():
    item = {
        "id": "a",
        "type": "article-journal",
        "title": "On backs",
        "author": [{"family": "Lee", "given": "H."}, {"literal": "Back Group"}],
        "issued": {"date-parts": [[2020, 2, 29]]},
        "volume": 7,
    }
    assert validate(item) == []


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        ({}, "The type of the source is missing."),
        ({"type": "blog"}, "“blog” is not a type of source that CSL knows."),
        ({"type": "book", "year": 2020}, "“year” is not a field that CSL knows."),
        ({"type": "book", "title": ["A"]}, "“title” should be text."),
        ({"type": "book", "author": "Lee"}, "“author” should be a list of names."),
        ({"type": "book", "author": [{}]}, "Name 1 of “author” is empty."),
        ({"type": "book", "issued": "2020"}, "“issued” should be a date."),
        ({"type": "book", "issued": {}}, "“issued” has no date in it."),
        (
            {"type": "book", "issued": {"date-parts": [[2020, 2, 30]]}},
            "“issued” is not a date of the calendar.",
        ),
    ],
)
def test_a_fault_is_said_in_plain_words(item, fault):
    assert validate(item) == [fault]


def test_loose_data_is_brought_into_shape():
    assert tidy(
        {
            "type": "article-journal",
            "title": ["On backs"],
            "journalAbbreviation": "Spine J",
            "volume": 7.0,
            "author": ["Lee, H."],
            "issued": "2020-03",
            "accessed": {"date-parts": [["2020", "1", "7"]]},
            "is-referenced-by-count": 3,
            "page": None,
        }
    ) == {
        "type": "article-journal",
        "title": "On backs",
        "container-title-short": "Spine J",
        "volume": "7",
        "author": [{"family": "Lee", "given": "H."}],
        "issued": {"date-parts": [[2020, 3]]},
        "accessed": {"date-parts": [[2020, 1, 7]]},
        "custom": {"is-referenced-by-count": 3},
    }


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020", {"date-parts": [[2020]]}),
        ("2020-03-05", {"date-parts": [[2020, 3, 5]]}),
        ("2020/03", {"date-parts": [[2020, 3]]}),
        ("2020 Mar 5", {"date-parts": [[2020, 3, 5]]}),
        ("5 March 2020", {"date-parts": [[2020, 3, 5]]}),
        ("March 5, 2020", {"date-parts": [[2020, 3, 5]]}),
        ("Spring 2020", {"date-parts": [[2020, 13]]}),
        ("2019/2020", {"date-parts": [[2019], [2020]]}),
        ("2020 Mar–2020 Apr", {"date-parts": [[2020, 3], [2020, 4]]}),
        ("in press", {"literal": "in press"}),
        ("2020-13-05", {"literal": "2020-13-05"}),
    ],
)
def test_a_date_is_read_or_kept_as_it_stands(text, date):
    assert date_from_text(text) == date


def test_a_year_is_found_in_any_kind_of_date():
    assert year_of({"type": "book", "issued": {"date-parts": [[2019, 5]]}}) == 2019
    assert year_of({"type": "book", "issued": {"literal": "about 1850"}}) == 1850
    assert year_of({"type": "book"}) is None


def test_a_name_goes_to_text_and_back():
    for text in ["Lee, H.", "Smith, John, Jr", "World Health Organization"]:
        assert name_as_text(name_from_text(text)) == text


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)
keys = st.sampled_from(sorted(NAME_VARIABLES | DATE_VARIABLES | TEXT_VARIABLES | {"type", "id"}))


@given(st.dictionaries(keys | st.text(max_size=6), json_values, max_size=6))
def test_any_json_object_is_judged_and_brought_into_shape_without_error(data):
    validate(data)
    item = tidy(data)
    assert item["type"] in TYPES
    assert tidy(item) == item


@given(st.lists(st.integers(-9999, 9999) | st.text(max_size=3) | st.none(), max_size=4))
def test_only_days_of_the_calendar_are_dates(parts):
    assert is_date(parts) in (True, False)
