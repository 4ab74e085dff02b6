"""What stands around and between an article's parts: each rule on a text of its own."""

import pytest

from importing.document import Document, Heading, ListBlock, Table
from importing.readers import read_article


def text_of(*lines: str) -> Document:
    return read_article("\n".join(lines).encode(), "a.txt")


def page_of(html: str) -> Document:
    return read_article(html.encode(), "a.html")


def headings(document: Document) -> list[tuple[str, int]]:
    return [(b.text, b.level) for b in document.blocks if isinstance(b, Heading)]


def lists(document: Document) -> list[int]:
    return [len(b.items) for b in document.blocks if isinstance(b, ListBlock)]


def named(document: Document) -> set[str]:
    return {line.text for line in document.dropped}


def test_a_small_line_over_headings_in_capitals_is_a_subtitle() -> None:
    document = text_of(
        "STIFF FINGERS", "Leaflet for the ward", "", "Fingers grow stiff at night.", "",
        "CAUSES", "", "Swelling of the joints.", "", "CARE", "", "Warm water helps.",
    )  # fmt: skip
    assert document.lead == "Fingers grow stiff at night."
    assert headings(document) == [("CAUSES", 2), ("CARE", 2)]
    assert "Leaflet for the ward" in named(document)


def test_han_numerals_head_sections_and_no_space_is_added() -> None:
    document = text_of(
        "手指僵硬", "", "手指在夜间会变得僵硬。", "", "一、原因", "", "关节肿胀是常见原因。", "",
        "二、护理", "", "1. 温水", "2. 轻轻活动", "", "三、就医", "", "持续疼痛时应就医。",
    )  # fmt: skip
    assert headings(document) == [("一、原因", 2), ("二、护理", 2), ("三、就医", 2)]
    assert lists(document) == [2]


def test_a_list_without_bullets_ends_where_the_pages_own_words_begin() -> None:
    document = text_of(
        "Stiff fingers", "Fingers grow stiff at night.", "Care", "Ask for help if they are:",
        "red and hot", "numb", "Page last reviewed: 4 November 2022", "Next: Exercises",
    )  # fmt: skip
    assert lists(document) == [2]
    assert {"Page last reviewed: 4 November 2022", "Next: Exercises"} <= named(document)


def test_a_line_for_the_next_page_is_text_in_the_middle_of_an_article() -> None:
    middle = ["Next: bend the knee", *(f"Bend the knee {n} times a day." for n in range(2, 30))]
    document = text_of("Stiff knees", "", "Knees grow stiff.", "", *middle)
    assert "Next: bend the knee" not in named(document)


def test_a_line_that_says_when_a_source_was_read_is_a_reference() -> None:
    document = text_of(
        "Stiff fingers", "", "Fingers grow stiff at night.", "", "Sources", "",
        "Example A. Hands. J Test. 2001;1:3-4.", "Health Agency, Manual, accessed 3 May 2022",
    )  # fmt: skip
    assert len(document.references) == 2


def test_a_list_of_references_goes_on_to_a_last_line_that_is_written_like_one() -> None:
    last = "Invented Health Agency. Hand exercises for everyone. 2009."
    document = text_of(
        "Stiff fingers", "", "Fingers grow stiff at night.", "", "References", "",
        "Example A. Hands. J Test. 2001;1:3-4.", "Sample B. Grip. J Test. 2002;1:3-4.", last,
    )  # fmt: skip
    assert [each.text for each in document.references][2:] == [last]


def test_a_closing_remark_below_the_references_is_none_of_them() -> None:
    remark = "We wrote this leaflet in 2009 with people who live with stiff hands."
    document = text_of(
        "Stiff fingers", "", "Fingers grow stiff at night.", "", "References", "",
        "Example A. Hands. J Test. 2001;1:3-4.", "Sample B. Grip. J Test. 2002;1:3-4.", remark,
    )  # fmt: skip
    assert len(document.references) == 2


def test_a_line_of_page_words_between_bars_is_furniture_if_all_of_them_are() -> None:
    tail = "<p>Printer-friendly version | Send by email</p><p>Print | Rest the hand</p>"
    document = page_of(f"<h1>Hands</h1><p>The lead.</p><p>The text.</p>{tail}")
    assert "Printer-friendly version | Send by email" in named(document)
    assert "Print | Rest the hand" not in named(document)


def test_evidence_heads_references_only_where_references_stand_below() -> None:
    page = "<h1>Hands</h1><p>The lead.</p><h2>Evidence</h2>"
    rows = "<tr><th>Week</th><th>Aim</th></tr><tr><td>1</td><td>2</td></tr>"
    document = page_of(f"{page}<p>Warmth helps.</p><table>{rows}</table>")
    assert headings(document) == [("Evidence", 2)]
    assert sum(isinstance(block, Table) for block in document.blocks) == 1
    cited = "<p>Example A. Hands. J Test. 2001;1:3-4.</p>"
    assert len(page_of(page + cited * 2).references) == 2


@pytest.mark.parametrize("name", ["tags-links", "cat-links", "tag-cloud"])
def test_a_themes_line_of_subjects_is_not_the_articles(name: str) -> None:
    line = f'<div class="{name}">Tagged <a href="/t/hand">hand</a></div>'
    document = page_of(f"<article><h1>Hands</h1><p>The lead.</p><p>The text.</p>{line}</article>")
    assert "Tagged hand" in named(document)


@pytest.mark.parametrize("name", ["elementor-location-footer", "region-footer", "footer-wrapper"])
def test_a_box_is_the_pages_foot_by_a_name_for_the_whole_page(name: str) -> None:
    foot = f'<div class="{name}"><p>Invented Centre, Quay Road 4</p></div>'
    document = page_of(f"<h1>Hands</h1><p>The lead.</p><p>The text.</p>{foot}")
    assert "Invented Centre, Quay Road 4" in named(document)


@pytest.mark.parametrize("name", ["entry-footer", "section-header", "card-footer"])
def test_the_foot_of_a_part_is_not_the_pages(name: str) -> None:
    foot = f'<div class="{name}"><p>Warm water helps.</p></div>'
    document = page_of(f"<h1>Hands</h1><p>The lead.</p><p>The text.</p>{foot}")
    assert "Warm water helps." not in named(document)


def test_a_side_column_in_main_is_beside_the_article_that_main_holds() -> None:
    side = "<aside><h2>Most viewed</h2><ol><li>Sleep</li><li>Sugar</li></ol></aside>"
    article = "<article><h1>Hands</h1><p>The lead.</p><h2>Care</h2><p>Rest.</p></article>"
    document = page_of(f"<main>{article}{side}</main>")
    assert headings(document) == [("Care", 2)]
    assert {"Most viewed", "Sleep", "Sugar"} <= named(document)


def test_an_aside_in_main_without_an_article_is_part_of_it() -> None:
    document = page_of(
        "<main><h1>Hands</h1><p>The lead.</p><aside><p>Keep them warm.</p></aside></main>"
    )
    assert "Keep them warm." not in named(document)


def test_the_headings_of_a_box_end_with_it() -> None:
    box = "<div><h3>Call us if</h3><p>it hurts.</p></div>"
    fold = "<details><summary>How long?</summary><p>A week.</p></details>"
    document = page_of(f"<h1>Hands</h1><p>The lead.</p><h2>Signs</h2><p>Pain.</p>{box}{fold}")
    assert headings(document) == [("Signs", 2), ("Call us if", 3), ("How long?", 3)]


def test_capital_letters_count_a_list() -> None:
    document = text_of(
        "Stiff fingers", "", "Fingers grow stiff at night.", "", "What to do", "",
        "A. Warm the hand.", "B. Move it gently.", "C. Rest.", "", "Why", "", "It helps.",
    )  # fmt: skip
    assert (headings(document), lists(document)) == ([("What to do", 2), ("Why", 2)], [3])


def test_an_initial_is_no_marker_of_a_list() -> None:
    document = text_of(
        "Ticks", "", "Ticks carry a germ that doctors have known for forty years. It is called",
        "B. burgdorferi and lives in their gut.", "", "A. Example found it.",
    )  # fmt: skip
    assert lists(document) == []
    assert "A. Example found it." in [getattr(block, "text", "") for block in document.blocks]


def test_a_small_o_is_the_bullet_of_one_list() -> None:
    document = text_of(
        "Hands", "", "Try these:", "", " o  rest", " o  warmth", " o  oil", "", "So."
    )
    assert lists(document) == [3]


def test_percent_signs_open_a_texts_own_title_authors_and_date() -> None:
    text = (
        "% Stiff hands\n% Hand Clinic\n% May 2022\n\nThe lead.\n\n# Care\n\nRest.\n\n# Why\n\nSo.\n"
    )
    document = read_article(text.encode(), "a.md")
    assert (document.title, document.lead) == ("Stiff hands", "The lead.")
    assert {"Hand Clinic", "May 2022"} <= named(document)


def test_a_name_in_braces_is_no_word_of_an_underlined_heading() -> None:
    text = "# Hands\n\nThe lead.\n\nCare {#care}\n-----------\n\nRest.\n"
    assert headings(read_article(text.encode(), "a.md")) == [("Care", 2)]


def test_a_header_that_holds_only_the_heading_of_its_text_is_kept() -> None:
    part = "<div><header><h3>{}</h3></header><p>Some text.</p></div>"
    page = "<div><header><h2>Hands</h2></header><p>The lead.</p></div>"
    document = page_of(page + part.format("Care") + part.format("Why"))
    assert document.title == "Hands"
    assert headings(document) == [("Care", 2), ("Why", 2)]


def test_a_header_with_more_than_a_heading_is_the_pages() -> None:
    top = "<header><h2>Hand Clinic</h2><p>Since 1998</p></header><p>Open daily.</p>"
    assert "Hand Clinic" in named(page_of(f"{top}<h1>Hands</h1><p>The lead.</p>"))


def test_the_one_heading_above_all_others_is_the_title_where_no_first_level_is() -> None:
    parts = "<h4>Care</h4><p>Rest.</p><h4>Why</h4><p>So.</p>"
    page = f"<title>Page 12 of the ward</title><h2>Hands</h2><p>The lead.</p>{parts}"
    document = page_of(page)
    assert document.title == "Hands"
    assert headings(document) == [("Care", 2), ("Why", 2)]


@pytest.mark.parametrize(("first", "second", "beside"), [(8, 4, True), (6, 6, False)])
def test_a_grids_narrow_column_is_beside_the_text(first: int, second: int, beside: bool) -> None:
    document = page_of(
        f'<h1>Hands</h1><div class="col-md-{first}"><p>The lead.</p><h2>Care</h2><p>Rest.</p>'
        '<h2>Why</h2><p>So.</p></div><div class="col-md-'
        f'{second}"><p>Open from eight to five.</p></div>'
    )
    assert ("Open from eight to five." in named(document)) == beside


def test_a_link_made_like_a_button_is_named_and_one_that_unfolds_text_is_not() -> None:
    page = "<h1>Hands</h1><p>The lead.</p><p>Text.</p>"
    button = '<a class="btn btn-primary" href="/visit">Plan your visit</a>'
    assert "Plan your visit" in named(page_of(page + button))
    folding = '<h2><a class="accordion-button" href="#a">Why at night?</a></h2><p>Because.</p>'
    assert headings(page_of(page + folding)) == [("Why at night?", 2)]


def test_links_between_breaks_are_a_teaser_each() -> None:
    links = '<p><a href="/a">Stiff knees</a><br><a href="/b">Stiff backs</a></p>'
    document = page_of(f"<h1>Hands</h1><p>The lead.</p><p>Text.</p><h2>See also</h2>{links}")
    assert [(t.title, t.url) for t in document.teasers] == [
        ("Stiff knees", "/a"),
        ("Stiff backs", "/b"),
    ]


def test_questions_of_a_description_list_are_headings_whatever_wraps_the_answers() -> None:
    terms = "<dt>Why?</dt><dd>So.</dd><dt>How long?</dt><dd><p>A week.</p></dd>"
    document = page_of(f"<h1>Hands</h1><p>The lead.</p><h2>Questions</h2><dl>{terms}</dl>")
    assert headings(document) == [("Questions", 2), ("Why?", 3), ("How long?", 3)]


def test_a_term_and_its_wrapped_description_are_one_paragraph() -> None:
    terms = "<dt>ECG</dt><dd><p>A trace of the <b>heart</b>.</p></dd>"
    document = page_of(f"<h1>Tests</h1><p>The lead.</p><p>Text.</p><dl>{terms}</dl>")
    assert "ECG A trace of the heart." in [getattr(b, "text", "") for b in document.blocks]


def test_key_points_may_stand_over_the_lead() -> None:
    points = "<h2>Key points</h2><ul><li>Rest.</li><li>Warmth.</li></ul>"
    document = page_of(f"<h1>Hands</h1>{points}<p>The lead.</p><h2>Why</h2><p>So.</p>")
    assert document.lead == "The lead."
    assert headings(document) == [("Key points", 2), ("Why", 2)]


def test_a_block_of_short_lines_under_a_heading_is_a_list() -> None:
    lines = ["Pain in the hand", "Swelling of the joints", "Worse in the morning"]
    document = text_of(
        "Stiff hands", "", "Hands grow stiff while we sleep.", "", "SIGNS", "", *lines, "",
        "CARE", "", "Rest them.",
    )  # fmt: skip
    assert lists(document) == [3]
    assert headings(document) == [("SIGNS", 2), ("CARE", 2)]


def test_lines_over_the_first_sentence_are_a_letterhead_and_no_list() -> None:
    top = ["Invented Hospital", "", "Stiff hands in winter", "For the ward", "Spring edition", ""]
    document = text_of(*top, "Hands grow stiff while we sleep.", "", "Warm them.")
    assert lists(document) == []


def test_a_bold_line_over_text_is_a_heading_though_its_words_stand_in_many_footers() -> None:
    page = "<h1>Hands</h1><p>The lead.</p><p><b>Care</b></p><p>Rest.</p><p><b>Call us</b></p>{}"
    assert ("Call us", 2) in headings(page_of(page.format("<p>if it hurts.</p>")))
    assert "Call us" in named(page_of(page.format("")))


def test_fields_over_a_markdown_text_need_no_rules_around_them() -> None:
    text = "Title: Stiff hands\nDate: 2023-05-04\n\nThe lead.\n\n## Care\n\nRest.\n"
    document = read_article(text.encode(), "a.md")
    assert (document.title, document.lead) == ("Stiff hands", "The lead.")
    assert "Date: 2023-05-04" in named(document)


def test_lines_with_colons_and_no_title_among_them_are_text() -> None:
    text = "Warning: wash hands\nRemember: dry them\n\nThe text.\n"
    assert not named(read_article(text.encode(), "a.md"))


def test_a_column_named_by_its_side_is_beside_the_text_where_it_holds_links() -> None:
    page = "<h1>Hands</h1><p>The lead.</p><h2>Care</h2><p>Rest.</p>"
    column = '<div class="col-right"><h4>Popular</h4>{}</div>'
    links = "<ol><li><a href='/a'>Knees</a></li><li><a href='/b'>Backs</a></li></ol>"
    assert {"Popular", "Knees"} <= named(page_of(page + column.format(links)))
    text = "<p>Warm the hand before you move it.</p>"
    assert "Popular" not in named(page_of(page + column.format(text)))


@pytest.mark.parametrize("line", ["Share: Facebook Twitter", "Was this page helpful?", "Yes / No"])
def test_a_pages_questions_and_share_rows_are_furniture(line: str) -> None:
    assert line in named(text_of("Hands", "", "They ache.", "", "Rest them.", "", line))
