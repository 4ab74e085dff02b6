"""Author lists of every style become the same names."""

import pytest

from citewell.references.reading.names import is_truncated, read_names, spell_given
from citewell.references.reading.organisations import is_initials

CHAN_LEE = [{"family": "Chan", "given": "C. K."}, {"family": "Lee", "given": "H. Y."}]


@pytest.mark.parametrize(
    "text",
    [
        "Chan CK, Lee HY.",
        "Chan CK and Lee HY",
        "Chan CK, Lee HY, et al.",
        "Chan, C. K., & Lee, H. Y.",
        "Chan, C.K. and Lee, H.Y.",
        "Chan, C.K.; Lee, H.Y.",
        "Chan CK; Lee HY.",
        "Chan C.K., Lee H.Y.",
        "C. K. Chan and H. Y. Lee,",
        "C.K. Chan, H.Y. Lee,",
        "CHAN (C.K.), LEE (H.Y.),",
    ],
)
def test_every_style_gives_the_same_people(text: str) -> None:
    names = read_names(text)
    assert [{**name, "family": name["family"].title()} for name in names] == CHAN_LEE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("van der Berg AM", {"family": "van der Berg", "given": "A. M."}),
        ("Smith JA Jr", {"family": "Smith", "given": "J. A.", "suffix": "Jr."}),
        ("Smith, J. A., III", {"family": "Smith", "given": "J. A.", "suffix": "III"}),
        ("J.-P. de Roever", {"family": "de Roever", "given": "J.-P."}),
        ("O'Brien, Kate", {"family": "O'Brien", "given": "Kate"}),
        ("FERRIERES Madeleine,", {"family": "Ferrieres", "given": "Madeleine"}),
        ("王 小明", {"family": "王", "given": "小明"}),
        ("Ödegård Å.", {"family": "Ödegård", "given": "Å."}),
        ("World Health Organization.", {"literal": "World Health Organization"}),
        ("U.S. Food and Drug Administration", {"literal": "U.S. Food and Drug Administration"}),
        ("NICE", {"literal": "NICE"}),
    ],
)
def test_particles_suffixes_and_organisations(text: str, expected: dict[str, str]) -> None:
    assert read_names(text) == [expected]


def test_only_the_first_name_is_turned_around_in_chicago_style() -> None:
    assert read_names("Adams, Nicholson B., Jane Roe, and John Doe.") == [
        {"family": "Adams", "given": "Nicholson B."},
        {"family": "Roe", "given": "Jane"},
        {"family": "Doe", "given": "John"},
    ]


def test_a_group_may_stand_behind_people() -> None:
    assert read_names("Lee K, Smith J; Back Pain Study Group.")[-1] == {
        "literal": "Back Pain Study Group"
    }


def test_editors_lose_their_role() -> None:
    assert read_names("In E. M. Hall & K. Roe (Eds.),") == [
        {"family": "Hall", "given": "E. M."},
        {"family": "Roe", "given": "K."},
    ]


def test_et_al_is_no_person() -> None:
    assert is_truncated("Wang XR, Kwok TCY, et al")
    assert len(read_names("Wang XR, Kwok TCY, et al")) == 2


@pytest.mark.parametrize("text", ["", "———.", ", ;", "(Eds.)"])
def test_nobody_is_nobody(text: str) -> None:
    assert read_names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"), [("Ał", False), ("Ša", False), ("ŁA", True), ("Š", True)]
)
def test_only_capitals_are_initials_in_every_latin_alphabet(text: str, expected: bool) -> None:
    assert is_initials(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ał", "Ał"), ("Až", "Až"), ("ŁA", "Ł. A."), ("JA", "J. A."), ("Ян", "Ян")],
)
def test_a_short_given_name_is_not_taken_apart(text: str, expected: str) -> None:
    assert spell_given(text) == expected
