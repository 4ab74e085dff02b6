"""Medical words made of Greek and Latin parts, and what they mean in everyday words."""

import pytest

from search.understanding.lay import lay_table
from search.understanding.query import understand
from search.understanding.roots import joined, wordings

TABLE = ["[parts]", "kidney | kidneys : nephr : renal", "[endings]", "itis : inflamed @ | @ pain"]


def test_parts_and_endings_become_lines_of_the_lay_vocabulary():
    assert wordings(TABLE) == [
        "kidney | kidneys = renal",
        "inflamed kidney | kidney pain | inflamed kidneys | kidneys pain => nephritis",
    ]


def test_two_like_vowels_become_one():
    assert joined("cardi", "itis") == "carditis"
    assert joined("nephr", "ectomy") == "nephrectomy"


@pytest.mark.parametrize("line", ["kidney : nephr", "kidney", "kidney : : renal"])
def test_a_line_that_is_no_word_part_is_named(line: str):
    with pytest.raises(ValueError, match="line 2"):
        wordings(["[parts]", line])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("swollen gallbladder", "cholecystitis"),
        ("bladder removal", "cystectomy"),
        ("enlarged spleen", "splenomegaly"),
        ("inflamed voice box", "laryngitis"),
    ],
)
def test_everyday_words_reach_the_built_term(typed: str, meant: str):
    wanted = understand(meant).stems
    found = {a.stems for c in understand(typed).concepts for a in c.alternatives}
    assert wanted in found


def test_built_terms_are_not_taken_for_words_a_patient_knows():
    assert "renit" not in lay_table("en").stems
