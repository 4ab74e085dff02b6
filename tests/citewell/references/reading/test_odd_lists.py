"""Lists nobody planned: numbers that only rise, running text, stars, an index of letters."""

import textwrap

import pytest

from citewell.references.reading import read_references
from citewell.references.reading.names import read_names

ALL = [
    "Brandt LM, Osei K, Whitfield R. Walking for chronic low back pain: a cohort study. Pain Med 2011;12(4):610-8.",  # noqa: E501
    "Carvalho, A. P., & Lund, S. (2020). Sleep and neck pain in nurses. Journal of Pain Research, 13, 221–230. https://doi.org/10.2147/JPR.S000001",  # noqa: E501
    "Danish Health Authority. National guideline for sciatica. Copenhagen: Danish Health Authority; 2016.",  # noqa: E501
    "Eze N, van den Berg P. Dizziness after falls. Age Ageing. 2007 Jan;36(1):35-9.",
]


def raws(text: str) -> list[str]:
    return [" ".join(reading.raw.split()) for reading in read_references(text)]


@pytest.mark.parametrize("mark", ["{}. ", "[{}] ", "({}) "])
@pytest.mark.parametrize("width", [60, 75, 400])
def test_numbers_that_only_rise_count(mark: str, width: int) -> None:
    numbered = [mark.format(n) + text for n, text in zip((3, 9, 14, 40), ALL, strict=True)]
    assert raws("\n".join(textwrap.fill(text, width) for text in numbered)) == ALL


@pytest.mark.parametrize("mark", ["{}. ", "[{}] ", "{}: ", "{}) "])
@pytest.mark.parametrize("width", [64, 80, 10_000])
def test_running_text_is_cut_at_its_numbers(mark: str, width: int) -> None:
    text = " ".join(mark.format(n) + one for n, one in enumerate(ALL, 1))
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    assert raws("\n".join(lines)) == ALL


def test_running_text_is_cut_at_raised_numbers() -> None:
    assert raws(" ".join(f"{sign}{text}" for sign, text in zip("¹²³⁴", ALL, strict=True))) == ALL


@pytest.mark.parametrize("signs", ["BCDE", ("2021", "2020", "2016", "2007")])
def test_letters_or_years_above_groups_go(signs: tuple[str, ...]) -> None:
    text = "\n\n".join(f"{sign}\n\n{one}" for sign, one in zip(signs, ALL, strict=True))
    assert raws(text) == ALL


def test_a_single_letter_or_year_is_not_lost() -> None:
    assert " ".join(raws(f"{ALL[0]}\n\n2011\n\n{ALL[1]}")).count("2011") == 2


@pytest.mark.parametrize("stars", [("", "*", "**", ""), ("**", "", "*", "*"), ("", "•", "••", "")])
def test_stars_before_some_references_go(stars: tuple[str, ...]) -> None:
    text = "\n".join(sign + one for sign, one in zip(stars, ALL, strict=True))
    assert raws(text) == ALL


def test_a_group_behind_people_whose_names_are_spelt_out_is_one_author() -> None:
    people = read_names("Roe, Anna, Bo Lindqvist, and Heart Study Group")
    assert people == [
        {"family": "Roe", "given": "Anna"},
        {"family": "Lindqvist", "given": "Bo"},
        {"literal": "Heart Study Group"},
    ]
    (ministry,) = read_names("Ministry of Health, Labour, and Welfare")
    assert set(ministry) == {"literal"}


def test_a_stop_too_many_behind_initials_goes() -> None:
    assert read_names("Nowak, K. & Ben-David, H.K..")[1] == {
        "family": "Ben-David",
        "given": "H. K.",
    }
