"""Identifiers are found, normalised, and only where they are whole."""

from itertools import pairwise

import pytest

from citewell.references.reading.identifiers import find_identifiers


def found(text: str) -> list[tuple[str, str]]:
    return [(item.kind, item.value) for item in find_identifiers(text)]


@pytest.mark.parametrize(
    "text",
    [
        "doi: 10.1007/s00586-010-1585-5.",
        "doi:10.1007/s00586-010-1585-5",
        "DOI 10.1007/s00586-010-1585-5",
        "https://doi.org/10.1007/s00586-010-1585-5",
        "http://dx.doi.org/10.1007/s00586-010-1585-5.",
        "doi.org/10.1007/s00586-010-1585-5,",
        "(doi:10.1007/s00586-010-1585-5)",
        "[https://doi.org/10.1007/s00586-010-1585-5]",
    ],
)
def test_a_doi_is_found_in_every_dress(text: str) -> None:
    assert found(text) == [("DOI", "10.1007/s00586-010-1585-5")]


def test_a_doi_keeps_brackets_of_its_own() -> None:
    assert found("doi:10.1016/S0140-6736(20)31142-9).") == [
        ("DOI", "10.1016/S0140-6736(20)31142-9")
    ]


@pytest.mark.parametrize("text", ["doi: 10.1016/", "doi: 10.101", "10.1016", "doi: not yet"])
def test_a_broken_doi_is_not_found(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PMID: 32497510", ("PMID", "32497510")),
        ("PubMed PMID: 32497510.", ("PMID", "32497510")),
        ("https://pubmed.ncbi.nlm.nih.gov/32497510/", ("PMID", "32497510")),
        ("PMCID: PMC7263814", ("PMCID", "PMC7263814")),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7263814/", ("PMCID", "PMC7263814")),
        ("ISBN: 978-0-7020-5230-9", ("ISBN", "978-0-7020-5230-9")),
        ("ISSN 0300-5771", ("ISSN", "0300-5771")),
        ("arXiv:1504.04943v2", ("arXiv", "1504.04943v2")),
        ("https://arxiv.org/abs/1504.04943", ("arXiv", "1504.04943")),
        ("registered as NCT01234567", ("NCT", "NCT01234567")),
        ("<https://example.org/a_(b)>.", ("URL", "https://example.org/a_(b)")),
        ("www.example.org/page.", ("URL", "http://www.example.org/page")),
    ],
)
def test_each_kind_is_found(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


def test_wrong_check_digits_are_not_found() -> None:
    assert found("ISBN 978-0-7020-5230-8 and ISSN 0300-5772") == []


def test_check_digits_may_be_x() -> None:
    assert found("ISBN 0-8044-2957-X, ISSN 2434-561X") == [
        ("ISBN", "0-8044-2957-X"),
        ("ISSN", "2434-561X"),
    ]


def test_places_never_overlap() -> None:
    items = find_identifiers(
        "https://doi.org/10.1007/abc PMID: 1234567 https://example.org/10.1007/abc"
    )
    assert all(a.end <= b.start for a, b in pairwise(items))
