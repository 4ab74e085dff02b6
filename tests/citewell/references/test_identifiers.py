"""Identifiers: every way of pasting one gives its normal form; a wrong one gives nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.references.identifiers import (
    NORMALISERS,
    isbn10_check_digit,
    isbn13_check_digit,
    issn_check_digit,
    normalise_arxiv,
    normalise_doi,
    normalise_isbn,
    normalise_issn,
    normalise_nct,
    normalise_pmcid,
    normalise_pmid,
)


@pytest.mark.parametrize(
    ("pasted", "doi"),
    [
        ("10.1007/s00586-010-1585-5", "10.1007/s00586-010-1585-5"),
        ("doi:10.1056/NEJMoa1", "10.1056/nejmoa1"),
        ("DOI: 10.1056/NEJMoa1.", "10.1056/nejmoa1"),
        ("doi 10.1056/NEJMoa1", "10.1056/nejmoa1"),
        ("https://doi.org/10.1016/S0140-6736(20)31142-9", "10.1016/s0140-6736(20)31142-9"),
        ("http://dx.doi.org/10.1016/S0140-6736(20)31142-9).", "10.1016/s0140-6736(20)31142-9"),
        ("doi:https://doi.org/10.1000/182", "10.1000/182"),
        ("https://doi.org/10.1002%2Fjoc.1", "10.1002/joc.1"),
        ("10.1002/(SICI)1097-0258(19980815)17:15<1661::AID>3.0.CO;2-2",
         "10.1002/(sici)1097-0258(19980815)17:15<1661::aid>3.0.co;2-2"),
        ("\u200b10.5281/zenodo.1\u200b", "10.5281/zenodo.1"),
    ],
)  # fmt: skip
def test_a_doi_loses_address_label_and_closing_punctuation(pasted, doi):
    assert normalise_doi(pasted) == doi


@pytest.mark.parametrize(
    "pasted", ["", "10.1", "10.1/x", "doi:", "11.1000/182", "10.1000/", "10.1000/a b", "10.1000/\0"]
)
def test_what_is_no_doi_gives_nothing(pasted):
    assert normalise_doi(pasted) is None


@pytest.mark.parametrize(
    "pasted",
    ["32497510", "PMID: 32497510", "PMID 32497510.", "PubMed PMID: 32497510;",
     "https://pubmed.ncbi.nlm.nih.gov/32497510/", "https://www.ncbi.nlm.nih.gov/pubmed/32497510"],
)  # fmt: skip
def test_a_pmid_is_its_digits(pasted):
    assert normalise_pmid(pasted) == "32497510"


@pytest.mark.parametrize("pasted", ["", "0", "123456789", "PMC7263814", "12a", "٣٢٤٩"])
def test_what_is_no_pmid_gives_nothing(pasted):
    assert normalise_pmid(pasted) is None


@pytest.mark.parametrize(
    "pasted",
    ["PMC7263814", "pmc7263814", "PMCID: PMC7263814", "PMC7263814.1",
     "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7263814/",
     "https://pmc.ncbi.nlm.nih.gov/articles/PMC7263814/"],
)  # fmt: skip
def test_a_pmcid_keeps_its_letters(pasted):
    assert normalise_pmcid(pasted) == "PMC7263814"


@pytest.mark.parametrize(
    ("pasted", "isbn"),
    [
        ("0-306-40615-2", "9780306406157"),
        ("ISBN-10: 0306406152", "9780306406157"),
        ("ISBN 978-0-306-40615-7", "9780306406157"),
        ("ISBN-13: 978-0-306-40615-7", "9780306406157"),
        ("978–0–306–40615–7 (hardback)", "9780306406157"),
        ("080442957X", "9780804429573"),
        ("0-306-40615-3", None),
        ("978-0-306-40615-8", None),
        ("9770306406157", None),
        ("", None),
    ],
)
def test_an_isbn_is_thirteen_digits_with_the_right_check_digit(pasted, isbn):
    assert normalise_isbn(pasted) == isbn


@pytest.mark.parametrize(
    ("pasted", "issn"),
    [("0378-5955", "0378-5955"), ("eISSN: 03785955", "0378-5955"), ("2434-561x", "2434-561X"),
     ("0378-5955 (print)", "0378-5955"), ("0378-5956", None), ("0378", None)],
)  # fmt: skip
def test_an_issn_has_the_right_check_digit(pasted, issn):
    assert normalise_issn(pasted) == issn


@pytest.mark.parametrize(
    ("pasted", "number"),
    [("arXiv:2101.00001v2", "2101.00001"), ("https://arxiv.org/abs/2101.00001", "2101.00001"),
     ("https://arxiv.org/pdf/2101.00001.pdf", "2101.00001"), ("hep-th/9901001", "hep-th/9901001"),
     ("math.GT/0309136", "math/0309136"), ("2101.00001 [cs.LG]", "2101.00001"),
     ("2113.00001", None), ("2101.1", None)],
)  # fmt: skip
def test_an_arxiv_number_loses_version_and_subject(pasted, number):
    assert normalise_arxiv(pasted) == number


@pytest.mark.parametrize(
    ("pasted", "number"),
    [("NCT04280705", "NCT04280705"), ("ClinicalTrials.gov number, NCT04280705", None),
     ("ClinicalTrials.gov identifier: nct04280705.", "NCT04280705"),
     ("https://clinicaltrials.gov/study/NCT04280705", "NCT04280705"), ("NCT0428", None)],
)  # fmt: skip
def test_a_trial_number_has_eight_digits(pasted, number):
    assert normalise_nct(pasted) == number


@given(st.text(alphabet="0123456789", min_size=12, max_size=12))
def test_every_right_check_digit_is_taken_and_every_wrong_one_refused(digits):
    isbn = "978" + digits[:9]
    right = isbn13_check_digit(isbn)
    assert normalise_isbn(isbn + right) == isbn + right
    assert normalise_isbn(isbn + str((int(right) + 1) % 10)) is None
    assert normalise_isbn(digits[:9] + isbn10_check_digit(digits[:9])) == isbn + right
    assert normalise_issn(digits[:7] + issn_check_digit(digits[:7])) is not None


@given(st.sampled_from(sorted(NORMALISERS)), st.text())
def test_any_text_is_read_without_error_and_a_normal_form_stays(kind, text):
    normal = NORMALISERS[kind](text)
    if normal is not None:
        assert NORMALISERS[kind](normal) == normal


@pytest.mark.parametrize("kind", sorted(NORMALISERS))
def test_a_megabyte_is_no_identifier(kind):
    assert NORMALISERS[kind]("10.1000/" + "a" * 1_000_000) is None
