"""What the blocks room finds on a page, and that it stays silent where all is well."""

import pytest
from wagtail.blocks import StreamValue

from blog.models import ArticlePage
from citewell.blocks import findings
from citewell.blocks.samples import sample_stream
from citewell.blocks.vocabulary import ContentBlock
from citewell.findings.registry import Finding
from conditions.models import ConditionPage

pytestmark = pytest.mark.django_db  # a page asks for its content type when it is made

CHECKS = {
    findings.heading_order, findings.alternative_text, findings.link_text, findings.caption,
    findings.address, findings.card, findings.risk, findings.transcript,
}  # fmt: skip


def article(*blocks):
    """An unsaved article with this body, each block with an id: its place in the list."""
    data = [(name, value, str(number)) for number, (name, value) in enumerate(blocks)]
    return ArticlePage(body=StreamValue(ContentBlock(), data))


def heading(level):
    """A heading of a level."""
    return ("heading", {"text": f"Level {level}", "level": str(level)})


def found(check, *blocks):
    """Where a check finds something in a body."""
    return [finding.content_path for finding in check(article(*blocks))]


@pytest.mark.parametrize("check", sorted(CHECKS, key=lambda check: check.__name__))
def test_the_samples_of_all_blocks_give_no_finding(check):
    assert list(check(ArticlePage(body=sample_stream()))) == []


@pytest.mark.parametrize(
    ("levels", "places"),
    [
        ([2, 3, 4, 2, 3], []),
        ([3], ["body.0"]),
        ([2, 4], ["body.1"]),
        ([2, 3, 4, 3, 2, 4, 4], ["body.5"]),
    ],
)
def test_a_heading_that_skips_a_level_is_found(levels, places):
    assert found(findings.heading_order, *[heading(level) for level in levels]) == places


def test_every_aspect_has_an_order_of_its_own():
    page = ConditionPage(aspects=[("causes", [heading(2), heading(3)]), ("outlook", [heading(3)])])
    page.aspects[1].id = "outlook"
    assert [finding.block_id for finding in findings.heading_order(page)] == ["outlook"]


@pytest.mark.parametrize(
    ("words", "decorative", "is_found"),
    [("", False, True), ("  ", False, True), (None, False, True), ("A back", False, False),
     ("", True, False)],
)  # fmt: skip
def test_an_image_without_description_is_found_in_any_block(words, decorative, is_found):
    from citewell.blocks.sample_files import sample_image

    image = {"image": sample_image(), "alt_text": words, "decorative": decorative}
    places = found(
        findings.alternative_text,
        ("image", image),
        ("figure", {"image": image, "caption": ""}),
    )
    assert places == (["body.0", "body.1.image"] if is_found else [])


@pytest.mark.parametrize(
    ("link", "is_found"),
    [
        ('<a href="https://a.example"></a>', True),
        ('<a href="https://a.example"> <b></b>\xa0</a>', True),
        ('<a linktype="page" id="3">Click here</a>', True),
        ('<a linktype="page" id="3">Exercises for the back</a>', False),
        ("No link here", False),
    ],
)
def test_a_link_without_words_is_found_in_running_text_and_in_cells(link, is_found):
    table = {
        "columns": [{"type": "rich_text", "heading": "A"}],
        "rows": [{"values": [f"<p>{link}</p>"]}],
        "caption": "",
    }
    places = found(
        findings.link_text,
        ("rich_text", f"<p>{link}</p>"),
        ("table", {"caption": "A", "table": table}),
    )
    assert places == (["body.0", "body.1.table"] if is_found else [])


def test_a_table_needs_caption_and_headers():
    table = {"columns": [{"type": "text", "heading": ""}], "rows": [], "caption": ""}
    assert found(findings.caption, ("table", {"caption": "", "table": table})) == ["body.0"] * 2
    table = {"columns": [{"type": "text", "heading": "A"}], "rows": [], "caption": "Old"}
    assert found(findings.caption, ("table", {"caption": "", "table": table})) == []


def test_what_is_no_address_is_found():
    block = ("call_to_action", {"text": "Go", "url": "clinic.example"})
    assert found(findings.address, block) == ["body.0.url"]


def test_a_card_that_leads_nowhere_is_found():
    cards = [{"title": "A"}, {"title": "B", "url": "/b/"}]
    assert len(found(findings.card, ("card_grid", {"cards": cards}))) == 1


def test_more_people_than_there_are_and_a_missing_source_are_found():
    value = {"heading": "Pain", "denominator": "100", "options": [{"label": "A", "count": 101}]}
    assert found(findings.risk, ("risk", value)) == ["body.0", "body.0"]


def test_a_film_without_transcript_is_found():
    value = {"title": "Film", "url": "https://tube.example/1", "transcript": ""}
    assert found(findings.transcript, ("video", value)) == ["body.0"]


def test_a_finding_says_what_to_do():
    finding = next(iter(findings.heading_order(article(heading(4)))))
    assert isinstance(finding, Finding)
    assert finding.message == "The heading “Level 4” skips a level."
    assert finding.hint
