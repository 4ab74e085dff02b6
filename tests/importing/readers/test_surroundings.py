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
