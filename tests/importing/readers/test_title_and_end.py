"""What stands over a title, right below it and behind the text: each rule on a text of its own."""

import pytest

from importing.document import Document, Heading, Image
from importing.readers import read_article

from .docx_maker import make_docx, paragraph, run


def text_of(*lines: str) -> Document:
    return read_article("\n".join(lines).encode(), "a.txt")


def page_of(html: str) -> Document:
    return read_article(html.encode(), "a.html")


def headings(document: Document) -> list[tuple[str, int]]:
    return [(b.text, b.level) for b in document.blocks if isinstance(b, Heading)]


def named(document: Document) -> set[str]:
    return {line.text for line in document.dropped}


def test_a_title_may_go_on_in_small_letters_on_the_next_line() -> None:
    document = text_of("Moving stiff hands in", "five steps", "", "Hands grow stiff.", "", "So.")
    assert document.title == "Moving stiff hands in five steps"


def test_a_second_line_that_begins_anew_is_no_part_of_the_title() -> None:
    document = text_of("Moving stiff hands", "Hands grow stiff at night.", "", "Rest them.")
    assert (document.title, document.lead) == ("Moving stiff hands", "Hands grow stiff at night.")


@pytest.mark.parametrize("above", ["The Hand Clinic newsletter, issue 14", "Health bulletin"])
def test_a_journals_name_over_an_underlined_heading_is_not_the_title(above: str) -> None:
    rule = "-" * 12
    document = text_of(
        above, "", "Stiff hands", rule, "", "They grow stiff at night.", "",
        "Care", rule, "", "Rest.", "", "Why", rule, "", "It helps.",
    )  # fmt: skip
    assert document.title == "Stiff hands"
    assert headings(document) == [("Care", 2), ("Why", 2)]
    assert above in named(document)


def _bold(text: str) -> str:
    return paragraph(run(text, "b"))


def test_a_house_named_over_the_title_is_left_away() -> None:
    body = [
        paragraph("Physiotherapy department"), _bold("Moving a stiff wrist"),
        paragraph("The wrist is stiff at first."), _bold("How often?"), paragraph("Often."),
        _bold("Stop if"), paragraph("it swells."),
    ]  # fmt: skip
    document = read_article(make_docx("".join(body)), "a.docx")
    assert document.title == "Moving a stiff wrist"
    assert "Physiotherapy department" in named(document)


def test_a_title_that_only_ends_in_a_houses_name_stays_the_title() -> None:
    document = text_of(
        "Going home from hospital", "", "Before you leave", "", "Ask for your tablets.", "",
        "At home", "", "Rest for a week.",
    )  # fmt: skip
    assert document.title == "Going home from hospital"


def test_a_colon_marks_a_line_of_names_below_the_title() -> None:
    document = text_of("Stiff hands", "", "Words: Carla Example", "", "They ache.", "", "Rest.")
    assert document.lead == "They ache."
    assert "Words: Carla Example" in named(document)


def test_a_deeper_heading_right_below_the_title_is_a_subtitle() -> None:
    text = "# Hands\n\n#### From the ward\n\nThe lead.\n\n## Care\n\nRest.\n\n## Why\n\nSo.\n"
    document = read_article(text.encode(), "a.md")
    assert document.lead == "The lead."
    assert headings(document) == [("Care", 2), ("Why", 2)]
    assert "From the ward" in named(document)


def test_a_picture_of_the_author_hides_no_name_below_the_title() -> None:
    author = '<img src="/joe.jpg" alt="Joe Example"><p>Joe Example Physiotherapist</p>'
    document = page_of(
        f"<h1>Hands</h1>{author}<p>Hands ache at night.</p><h2>Care</h2><p>Rest.</p>"
    )
    assert document.lead == "Hands ache at night."
    assert "Joe Example Physiotherapist" in named(document)
    assert any(isinstance(block, Image) for block in document.blocks)


def test_an_arrow_points_to_a_heading_and_lines_of_a_message_stay_quotes() -> None:
    document = text_of(
        "Stiff hands", "", "They ache.", "", ">> What to do", "", "Rest.", "", ">> Why", "", "So.",
    )  # fmt: skip
    assert headings(document) == [("What to do", 2), ("Why", 2)]
    quoted = text_of(
        "Stiff hands", "", "They ache.", "", ">> I wrote that", ">> it hurts.", "", "Oh."
    )
    assert headings(quoted) == []


@pytest.mark.parametrize(
    "end", ["<h3>Up next</h3><p><a href='/a'>A</a><br><a href='/b'>B</a></p>", ""]
)
def test_two_references_without_a_heading_end_an_article(end: str) -> None:
    cited = "<p>Example A. Hands. J Test. 2001;1:3-4.</p>"
    document = page_of(f"<h1>Hands</h1><p>The lead.</p><h2>Care</h2><p>Rest.</p>{cited * 2}{end}")
    assert len(document.references) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Imprimer",
        "Seite drucken",
        "طباعة",
        "上一篇：糖尿病足 下一篇：骨质疏松",
        "Article suivant : Le genou",
    ],
)
def test_print_and_next_page_are_named_in_many_languages(line: str) -> None:
    document = text_of("Stiff hands", "", "They ache.", "", "Rest them.", "", "It helps.", "", line)
    assert line in named(document)


def test_related_leaflets_are_teasers() -> None:
    items = "<ul><li>Balance exercises</li><li>Dizziness</li></ul>"
    document = page_of(f"<h1>Hands</h1><p>The lead.</p><p>So.</p><h2>Related leaflets</h2>{items}")
    assert len(document.teasers) == 2
