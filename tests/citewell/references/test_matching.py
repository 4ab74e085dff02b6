"""When two works are one, when a person has to look, and when they are two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.references.matching import Index, compare, keys
from citewell.references.works import folded, identifier_faults, work_of
from tests.effort import examples

BASE = {
    "type": "article-journal",
    "title": "Exercise for low back pain in working adults",
    "author": [{"family": "Moreno", "given": "A."}],
    "issued": {"date-parts": [[2019]]},
}


def certainty(a, b):
    match = compare(work_of({**BASE, **a}), work_of({**BASE, **b}))
    return match and match.certainty


words = st.lists(
    st.sampled_from(
        [
            "pain",
            "neck",
            "back",
            "exercise",
            "rest",
            "trial",
            "adults",
            "care",
            "nerve",
            "knee",
            "walking",
        ]
    ),
    min_size=4,
    max_size=9,
    unique=True,
).map(" ".join)
items = st.fixed_dictionaries(
    {"title": words},
    optional={
        "author": st.sampled_from(["Lee", "Müller", "van Dijk"]).map(lambda n: [{"family": n}]),
        "issued": st.integers(1950, 2026).map(lambda y: {"date-parts": [[y]]}),
        "volume": st.integers(1, 30).map(str),
        "page": st.sampled_from(["1-9", "10", "e22"]),
        "DOI": st.sampled_from(["10.1000/a", "10.1000/b"]),
    },
)


@settings(max_examples=examples(60), deadline=None)
@given(items, items)
def test_comparing_does_not_depend_on_the_order(a, b):
    assert compare(work_of(a), work_of(b)) == compare(work_of(b), work_of(a))


@settings(max_examples=examples(60), deadline=None)
@given(items)
def test_case_accents_and_punctuation_make_no_other_work(item):
    loud = {**item, "title": item["title"].upper().replace(" ", " – ") + "."}
    match = compare(work_of(item), work_of(loud))
    assert match
    if "author" in item and "issued" in item:
        assert match.certainty in ("identifier", "same")


@settings(max_examples=examples(60), deadline=None)
@given(items, items)
def test_whatever_matches_shares_a_key_so_that_the_index_finds_it(a, b):
    one, two = work_of(a), work_of(b)
    match = compare(one, two)
    if match and match.certainty != "near":
        assert set(keys(one)) & set(keys(two))
        assert Index([("a", one)]).find(two) == [("a", match)]


@settings(max_examples=examples(60), deadline=None)
@given(items, items)
def test_two_works_of_different_years_without_an_identifier_are_never_certain(a, b):
    one, two = work_of({**a, "DOI": ""}), work_of({**b, "DOI": ""})
    match = compare(one, two)
    if match and match.certainty == "same":
        assert one.year == two.year
        assert one.author == two.author


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"title": "Neck pain and headache, part 1"}, {"title": "Neck pain and headache, part 2"}),
        ({"title": "Neck pain and headache: part I"}, {"title": "Neck pain and headache: part II"}),
        ({"title": "Neck pain and headache"}, {"title": "Neck pain and headache. Part 2: trials"}),
        ({}, {"title": "Erratum: Exercise for low back pain in working adults"}),
        ({}, {"title": "Exercise for low back pain in working adults: a protocol"}),
        ({}, {"title": "Reply to: Exercise for low back pain in working adults"}),
        ({"issued": {"date-parts": [[2012]]}}, {}),
        ({"author": [{"family": "Okafor"}]}, {}),
        ({"DOI": "10.1000/one"}, {"DOI": "10.1000/two"}),
        ({"title": "Editorial", "volume": "1", "page": "3"}, {"title": "Editorial", "volume": "2", "page": "1"}),  # noqa: E501
        ({"title": "Exercise in 2018 for low back pain"}, {"title": "Exercise in 2019 for low back pain"}),  # noqa: E501
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_two_works(a, b):
    assert certainty(a, b) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ({"DOI": "10.1000/A"}, {"DOI": "https://doi.org/10.1000/a", "title": "X"}, "identifier"),
        ({}, {}, "same"),
        ({"type": "book", "ISBN": "9780306406157"}, {"type": "book", "ISBN": "0-306-40615-2", "title": "Y"}, "identifier"),  # noqa: E501
        ({"type": "chapter", "ISBN": "9780306406157"}, {"type": "chapter", "ISBN": "9780306406157", "title": "Another thing of that book"}, None),  # noqa: E501
        ({"ISSN": "1234-5679"}, {"ISSN": "1234-5679", "title": "Another article of that journal"}, None),  # noqa: E501
        ({}, {"issued": {"date-parts": [[2020]]}}, "near"),
        ({}, {"title": "Exercise for low back pain in working adult"}, "near"),
        ({}, {"title": "Exercise for low back pain in working adults: results of a trial"}, "near"),
        ({"title": "Editorial", "volume": "1"}, {"title": "Editorial", "volume": "1"}, "near"),
        ({"PMID": "12", "DOI": "10.1000/a"}, {"PMID": "12", "DOI": "10.1000/b"}, "near"),
    ],
)  # fmt: skip
def test_what_is_one_work_says_how_sure_that_is(a, b, expected):
    assert certainty(a, b) == expected


def test_a_wrong_check_digit_is_said_and_no_key():
    item = {"type": "book", "ISBN": "9780306406158", "ISSN": "1234-5678"}
    assert len(identifier_faults(item)) == 2
    assert work_of(item).identifiers == {}


def test_arxiv_and_trial_numbers_are_found_where_csl_keeps_them():
    assert work_of({"number": "arXiv:2101.00001v2"}).identifiers == {"arXiv": "2101.00001"}
    assert work_of({"URL": "https://clinicaltrials.gov/study/NCT01234567"}).identifiers == {
        "NCT": "NCT01234567"
    }


@given(st.text())
def test_folding_never_fails_and_leaves_single_spaces_only(text):
    assert folded(text) == " ".join(folded(text).split())
