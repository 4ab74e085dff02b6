"""Segments cut in the wrong place are mended where their pattern is sure, and nothing else is."""

import pytest

from citewell.references.reading.assembly import assemble
from citewell.references.reading.numbers import read_volume
from citewell.references.reading.repairs import repair
from citewell.references.reading.segments import Segment


def segments(*parts: tuple[str, str]) -> list[Segment]:
    """The segments of the parts joined by spaces."""
    made, at = [], 0
    for label, text in parts:
        made.append(Segment(label, at, at + len(text), text))
        at += len(text) + 1
    return made


def mended(*parts: tuple[str, str]) -> list[tuple[str, str]]:
    return [(segment.label, segment.text) for segment in repair(segments(*parts))]


def test_et_al_belongs_to_the_people() -> None:
    assert mended(("author", "Vos T."), ("title", "et al. Years lived with pain.")) == [
        ("author", "Vos T. et al."),
        ("title", "Years lived with pain."),
    ]


@pytest.mark.parametrize(
    ("label", "text", "volume"),
    [("date", "2012;2012:", "2012:"), ("volume", "2002;27(5):", "27(5):")],
)
def test_a_year_and_a_volume_run_together_are_parted(label: str, text: str, volume: str) -> None:
    assert mended(("container", "Gut."), (label, text), ("pages", "9-19."))[1:3] == [
        ("date", text[:5]),
        ("volume", volume),
    ]


def test_a_day_taken_for_the_volume_goes_back_to_the_date() -> None:
    parts = mended(("container", "Gut."), ("date", "2014 Jan"), ("volume", "23;20(4):"))
    assert parts[1:] == [("date", "2014 Jan 23;"), ("volume", "20(4):")]


def test_a_month_behind_the_journal_goes_to_the_date() -> None:
    parts = mended(("container", "Asian Spine J. Nov"), ("date", "2012;"), ("volume", "3:"))
    assert parts[:2] == [("container", "Asian Spine J."), ("date", "Nov 2012;")]


def test_a_journal_keeps_the_town_that_tells_it_apart() -> None:
    parts = mended(("container", "Med Clin"), ("location", "(Barc)."), ("date", "2008;"))
    assert parts[0] == ("container", "Med Clin (Barc).")


def test_a_year_in_brackets_is_no_town() -> None:
    parts = (("container", "Gut"), ("date", "(2008)"), ("volume", "4:"))
    assert mended(*parts) == list(parts)


def test_a_title_behind_editors_is_one() -> None:
    assert mended(("editor", "Goldman L, Schafer AI, eds. Goldman-Cecil Medicine."))[1] == (
        "title",
        "Goldman-Cecil Medicine.",
    )


def test_a_book_behind_editors_is_the_chapters_source() -> None:
    parts = mended(("title", "Gait."), ("editor", "In: Hall A, Roe C, editors. Balance Care."))
    assert parts[1:] == [
        ("editor", "In: Hall A, Roe C, editors."),
        ("container", "Balance Care."),
    ]


@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("Hall A, Roe MA, for the", "Guidelines Committee."),
        ("Hall A, Roe MA,", "for the Guidelines Committee."),
        ("Hall A; Working Group", "on Guidelines for Neck Pain."),
    ],
)
def test_the_group_people_write_for_is_an_author(front: str, back: str) -> None:
    assert mended(("author", front), ("title", f"{back} Walks and pain.")) == [
        ("author", f"{front} {back}"),
        ("title", "Walks and pain."),
    ]


def test_a_title_about_something_is_no_group() -> None:
    parts = [("author", "Hall A."), ("title", "On Walking. For the Young.")]
    assert mended(*parts) == parts


def test_a_quotation_mark_is_no_title() -> None:
    assert mended(
        ("author", "A. Hall,"),
        ("title", '"'),
        ("container", 'Walks and pain," Spine,'),
        ("volume", "3"),
    )[1:3] == [("title", '" Walks and pain,"'), ("container", "Spine,")]


def test_editors_alone_stay_whole() -> None:
    parts = (("title", "The spine."), ("editor", "Roe C, Ito K, editors."))
    assert mended(*parts) == list(parts)


def test_a_title_taken_for_the_journal_is_cut_off() -> None:
    assert mended(
        ("author", "Hall A."), ("container", "Walking and pain. J Pain."), ("volume", "4:")
    )[1:3] == [("title", "Walking and pain."), ("container", "J Pain.")]


def test_a_state_gets_its_town() -> None:
    assert mended(
        ("title", "Weeds."), ("publisher", "Field Press, River Falls,"), ("location", "Wisconsin.")
    )[1:] == [("publisher", "Field Press,"), ("location", "River Falls, Wisconsin.")]


def test_a_list_cut_between_initials_is_joined() -> None:
    parts = mended(("author", "Rice, R., & Wang, H."), ("editor", "M. (Eds.)."))
    assert [label for label, _ in parts] == ["editor"]


def test_every_character_stays_in_some_segment() -> None:
    parts = [
        ("author", "Vos T."),
        ("title", "et al. Years lived."),
        ("container", "Med Clin"),
        ("note", "(Barc)."),
        ("date", "2012;2012:"),
    ]
    text = " ".join(part for _, part in parts)
    kept = repair(segments(*parts))
    assert "".join(text[s.start : s.end] for s in kept).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("(3):", {"issue": "3"}),
        ("Issue 12. Art. No.:", {"issue": "12"}),
        ("60, n. Suppl, p", {"volume": "60", "issue": "Suppl"}),
        ("23(3)", {"volume": "23", "issue": "3"}),
    ],
)
def test_volume_and_issue_of_journals_that_count_otherwise(
    text: str, fields: dict[str, str]
) -> None:
    assert read_volume(text) == fields


def test_the_sign_of_a_volume_is_no_part_of_the_journal() -> None:
    item = assemble(segments(("title", "Pain."), ("container", "J Pain, v."), ("volume", "39,")))
    assert item.csl["container-title"] == "J Pain"


@pytest.mark.parametrize(
    "before",
    [
        [("container", "Gut Rev. Art."), ("volume", "No.:")],
        [("container", "Gut Rev."), ("volume", "Art. No.:")],
        [("container", "Gut Rev. Article number")],
    ],
)
def test_the_words_for_an_article_number_belong_to_it(before: list[tuple[str, str]]) -> None:
    (_, container), (label, pages) = mended(*before, ("pages", "CD009790."))
    assert container == "Gut Rev."
    assert label == "pages"
    assert pages.endswith("CD009790.")


def test_a_volume_behind_a_journal_of_art_stays_a_volume() -> None:
    parts = (("container", "Mod Art."), ("volume", "9:"), ("pages", "12-4."))
    assert mended(*parts) == list(parts)
