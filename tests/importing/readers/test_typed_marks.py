"""Lists and headings by the marks people type: letters, numbers of many scripts, no mark at all."""

import pytest

from importing.document import Heading, ListBlock
from importing.readers import read_article
from importing.readers.markers import goes_on, split_marker

from .docx_maker import make_docx, paragraph


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("a) rest", "a)", "rest"),
        ("(b) rest", "(b)", "rest"),
        ("3. rest", "3.", "rest"),
        ("[12] rest", "[12]", "rest"),
        ("٣. راحة", "٣.", "راحة"),
        ("α) ανάπαυση", "α)", "ανάπαυση"),
        ("・休む", "・", "休む"),
        ("1)休む", "1)", "休む"),
        ("2、休息", "2、", "休息"),
        ("①休む", "①", "休む"),
        ("• rest", "•", "rest"),
        ("3.5 mg a day", "", "3.5 mg a day"),
        ("A. Sample", "", "A. Sample"),
        ("and rest", "", "and rest"),
    ],
)
def test_a_marker_is_told_from_the_text(line: str, marker: str, text: str) -> None:
    assert split_marker(line)[:2] == (marker, text)


@pytest.mark.parametrize(
    ("before", "now", "goes"),
    [
        ("1.", "2.", True),
        ("1.", "3.", False),
        ("1.", "2)", False),
        ("c)", "4.", False),
        ("c)", "d)", True),
        ("c)", "a)", False),
        ("ii)", "iii)", True),
        ("h)", "i)", True),
        ("٢.", "٣.", True),
        ("①", "②", True),
        ("•", "•", True),
        ("•", "-", True),
        ("•", "■", False),
        ("•", "1.", False),
        ("1.", "1.", True),
    ],
)
def test_which_marker_follows(before: str, now: str, goes: bool) -> None:
    assert goes_on(before, now) is goes


SECTIONS = """Sore knees

Sore knees are common and mostly mend within weeks without any treatment.

1. What it is
A sore joint. Look for:
a) swelling
b) warmth
c) stiffness
2. What helps
Walking a little every day.
3. Harms
Few, and short:
a) a sore day
b) a blister
4. Conclusion
Do what you enjoy.
"""


def test_numbers_over_text_are_headings_also_after_a_list_of_letters() -> None:
    document = read_article(SECTIONS.encode(), "a.txt")
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["1. What it is", "2. What helps", "3. Harms", "4. Conclusion"]
    assert [len(b.items) for b in document.blocks if isinstance(b, ListBlock)] == [3, 2]


BARE = """Sore knees

Sore knees are common and mostly mend within weeks without any treatment.

Causes

{announcing}
{gap}kneeling on hard floors
a long walk downhill
a knock{end}

Treatment
Walk a little every day, and more each week.
"""


@pytest.mark.parametrize("announcing", ["Common causes are:", "Common causes include", "They are"])
@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("end", ["", ","])
def test_a_list_that_lost_its_bullets_is_one(announcing: str, gap: str, end: str) -> None:
    text = BARE.format(announcing=announcing, gap=gap, end=end)
    document = read_article(text.encode(), "a.txt")
    assert [len(b.items) for b in document.blocks if isinstance(b, ListBlock)] == [3]
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["Causes", "Treatment"]


def test_a_heading_right_below_a_list_without_bullets_is_none_of_its_items() -> None:
    text = BARE.format(announcing="Common causes are:", gap="", end="").replace("\n\nTr", "\nTr")
    document = read_article(text.encode(), "a.txt")
    assert [len(b.items) for b in document.blocks if isinstance(b, ListBlock)] == [3]
    assert [b.text for b in document.blocks if isinstance(b, Heading)] == ["Causes", "Treatment"]


def test_related_pages_below_their_heading_are_no_list() -> None:
    text = (
        BARE.format(announcing="Causes are:", gap="", end="")
        + "\nRelated articles:\nA hip\nA toe\n"
    )
    assert len(read_article(text.encode(), "a.txt").teasers) == 2


def test_letters_typed_in_a_word_file_are_a_list() -> None:
    body = paragraph("Sore knees", "Title") + paragraph("Sore knees are common.")
    body += paragraph("a) walking") + paragraph("b) cycling") + paragraph("Do what you enjoy.")
    document = read_article(make_docx(body), "a.docx")
    assert [len(b.items) for b in document.blocks if isinstance(b, ListBlock)] == [2]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_heading_without_the_space_behind_its_marks_is_one(name: str) -> None:
    text = "#Sore knees\n\nThey are common.\n\n##Causes\nFew are known.\n\n#knee #health\n"
    document = read_article(text.encode(), name)
    assert document.title == "Sore knees"
    assert [b.text for b in document.blocks if isinstance(b, Heading)] == ["Causes"]


def test_code_keeps_its_signs() -> None:
    text = "# Sore knees\n\nThey are common.\n\n```\n##no heading\n```\n"
    document = read_article(text.encode(), "a.md")
    assert not [block for block in document.blocks if isinstance(block, Heading)]
