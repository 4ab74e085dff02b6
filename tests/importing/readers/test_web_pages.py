"""What page builders, themes and office tools write, and what is understood of it."""

import pytest

from importing.document import Document, Heading, Image, ListBlock
from importing.readers import read_article


def read(html: str) -> Document:
    return read_article(html.encode(), "a.html")


def headings(document: Document) -> list[tuple[str, int]]:
    return [(b.text, b.level) for b in document.blocks if isinstance(b, Heading)]


def lists(document: Document) -> list[int]:
    return [len(b.items) for b in document.blocks if isinstance(b, ListBlock)]


def named(document: Document) -> set[str]:
    return {line.text for line in document.dropped}


def test_a_page_builders_widgets_are_the_article() -> None:
    document = read(
        '<div class="elementor-widget elementor-widget-heading"><h1>Pain</h1></div>'
        '<div class="elementor-widget elementor-widget-text-editor"><p>The lead.</p>'
        "<h2>Causes</h2><p>Text.</p></div>"
    )
    assert document.lead == "The lead."
    assert headings(document) == [("Causes", 2)]


def test_a_themes_widget_is_beside_the_article() -> None:
    document = read(
        "<h1>Pain</h1><p>The lead.</p>"
        '<div class="widget widget_recent_entries"><p>Recent thoughts of ours</p></div>'
    )
    assert "Recent thoughts of ours" in named(document)


@pytest.mark.parametrize(
    "hidden",
    ['class="faq-content" style="display:none"', 'role="tabpanel" hidden', 'hidden="until-found"'],
)
def test_a_folded_text_is_part_of_the_article(hidden: str) -> None:
    document = read(f"<h1>Pain</h1><p>Lead.</p><h2>Why?</h2><div {hidden}><p>Because.</p></div>")
    assert "Because." not in named(document)


@pytest.mark.parametrize(
    "opener",
    [
        '<div class="accordion-title">Can I walk?</div>',
        '<div role="heading" aria-level="3">Can I walk?</div>',
        '<h3><button aria-expanded="false">Can I walk?</button></h3>',
    ],
)
def test_what_opens_a_folded_text_is_its_heading(opener: str) -> None:
    document = read(
        f"<h1>Pain</h1><p>Lead.</p><h2>Questions</h2><div>{opener}<div><p>Yes.</p></div></div>"
    )
    assert headings(document) == [("Questions", 2), ("Can I walk?", 3)]


def test_questions_that_unfold_stand_on_one_level() -> None:
    item = "<details><summary>Why {}?</summary><h4>Part</h4><p>So.</p></details>"
    html = "<h1>Pain</h1><p>Lead.</p><h2>Questions</h2>" + item.format(1) + item.format(2)
    levels = dict(headings(read(html)))
    assert levels["Why 1?"] == levels["Why 2?"] == 3


def test_the_browsers_title_chooses_among_several_first_headings() -> None:
    document = read(
        "<title>Back pain in pregnancy — Studio</title><p>May 5, by Jo Example</p>"
        "<h1>Back pain in pregnancy</h1><p>Lead.</p><h1>Why</h1><p>Text.</p>"
    )
    assert document.title == "Back pain in pregnancy"
    assert headings(document) == [("Why", 2)]


def test_a_headline_without_a_heading_tag_is_the_title() -> None:
    document = read(
        "<title>Strain | Sports Clinic</title><p>Sports Clinic</p>"
        '<div class="page-title">Strain</div><p>The lead.</p><h3>Grades</h3><p>Text.</p>'
    )
    assert (document.title, document.lead) == ("Strain", "The lead.")
    assert headings(document) == [("Grades", 2)]


def test_a_subtitle_marked_as_heading_is_the_lead() -> None:
    document = read('<h1>Posture</h1><h3 class="subtitle">No perfect way</h3><p>Text.</p>')
    assert document.lead == "No perfect way"
    assert not headings(document)


def test_an_article_that_begins_with_a_heading_takes_its_lead_below_it() -> None:
    document = read("<h1>Vertigo</h1><h2>Overview</h2><p>It spins.</p><p>It ends.</p>")
    assert document.lead == "It spins."
    assert any("begins with a heading" in warning for warning in document.warnings)


def test_without_any_first_paragraph_the_pages_summary_is_the_lead() -> None:
    document = read(
        '<meta name="description" content="What spins."><h1>Vertigo</h1><ul><li>a<li>b</ul>'
    )
    assert document.lead == "What spins."


def test_related_links_in_a_menu_are_teasers() -> None:
    document = read(
        "<main><h1>Pain</h1><p>Lead.</p><nav><h2>Related conditions</h2><ul>"
        '<li><a href="/a">Gout</a></li><li><a href="/b">Cramp</a></li></ul></nav></main>'
    )
    assert [teaser.title for teaser in document.teasers] == ["Gout", "Cramp"]


def test_a_line_between_the_teasers_heading_and_the_cards_is_named() -> None:
    card = (
        '<div class="box"><a href="/{0}"><img src="{0}.jpg" alt=""></a><p>{0} can hurt.</p></div>'
    )
    document = read(
        "<h1>Pain</h1><p>Lead.</p><h2>Common conditions</h2><p>We do much more...</p>"
        + "".join(card.format(word) for word in ("Necks", "Backs"))
    )
    assert len(document.teasers) == 2
    assert "We do much more..." in named(document)


def test_lists_of_a_google_document_nest_by_their_class() -> None:
    document = read(
        '<h1>Pain</h1><p>Lead.</p><ul class="lst-kix_a-0 start"><li>One</li><li>Two</li></ul>'
        '<ul class="lst-kix_a-1 start"><li>Deep</li></ul>'
        '<ul class="lst-kix_a-0"><li>Three</li></ul>'
        '<ol class="lst-kix_b-0 start"><li>Other</li></ol>'
    )
    assert lists(document) == [3, 1]
    (first, _) = (block for block in document.blocks if isinstance(block, ListBlock))
    assert [len(item.children) for item in first.items] == [0, 1, 0]


def test_links_of_a_google_document_lead_where_they_lead() -> None:
    document = read(
        "<h1>Pain</h1><p>Lead.</p><p><a href='https://www.google.com/url?q=https://example.org/a"
        "%3Fb%3D1&amp;sa=D'>See</a> <a href='https://www.google.com/url?q=javascript:evil()'>x</a>"
    )
    assert "https://example.org/a?b=1" in repr(document.blocks)
    assert "javascript:" not in repr(document.blocks)


def test_an_image_of_a_fast_page_is_an_image() -> None:
    html = '<h1>Ear</h1><p>Lead.</p><amp-img src="/ear.jpg" alt="An ear" width="9"></amp-img>'
    (image,) = (block for block in read(html).blocks if isinstance(block, Image))
    assert image.alt == "An ear"


NOTES = {
    "an encyclopedia": '<h2>References</h2><ol><li id="cite_note-1"><span class="mw-cite-backlink">'
    '<a href="#cite_ref-1">^</a></span> {0}</li><li id="cite_note-2">{1}</li></ol>',
    "a newsletter": '<div class="footnote"><a href="#a1">1</a><div><p>{0}</p></div></div>'
    '<div class="footnote"><a href="#a2">2</a><div><p>{1}</p></div></div>',
    "a Google document": '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> {0}</p></div>'
    '<div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a> {1}</p></div>',
    "a breaking font page": "<p><font><b>References</b></font><br>{0}<br>{1}</p>",
}


@pytest.mark.parametrize("kind", NOTES)
def test_notes_that_are_the_only_references_become_them(kind: str) -> None:
    lines = [
        "Example A. How clerks sit. J Desk Test. 2008;3:2-9.",
        "Sample B. How judges sit. J Desk Test. 2009;4:12-19.",
    ]
    document = read(
        "<h1>Desks</h1><p>Lead.</p><h2>Why</h2><p>Text.</p>" + NOTES[kind].format(*lines)
    )
    assert [reference.text for reference in document.references] == lines
    assert not document.footnotes


def test_what_stands_behind_the_references_is_none_of_them() -> None:
    document = read(
        "<main><h1>Pain</h1><p>Lead.</p><h2>Sources</h2>"
        "<p>Example A. One. J Test. 2008;3:2-9.<br>Sample B. Two. J Test. 2009;4:12-19.</p>"
        "<p>Jo Example</p><p>Jo is a physiotherapist.</p></main><footer><p>1 Street</p></footer>"
    )
    assert len(document.references) == 2


@pytest.mark.parametrize("heading", ["Further reading", "Studies", "Notes"])
def test_a_heading_that_may_stand_over_references_does_if_they_look_so(heading: str) -> None:
    page = f"<h1>Runs</h1><p>Lead.</p><h2>Why</h2><p>Text.</p><h2>{heading}</h2>"
    references = "<p>Example A. One. J Test. 2008;3:2-9.</p><p>Sample B. Two. Test. 2009;4:1-9.</p>"
    assert len(read(page + references).references) == 2
    assert not read(page + "<p>Walk more.</p><p>Sleep well and eat well.</p>").references


def test_a_bold_line_that_opens_a_list_is_no_heading() -> None:
    document = read(
        "<h1>Ear</h1><p>Lead.</p><h2>Proof</h2><p><b>Not proven are:</b></p><ul><li>a<li>b</ul>"
    )
    assert headings(document) == [("Proof", 2)]


def test_a_card_of_two_headings_is_one_card() -> None:
    card = '<article><a href="/{0}"><h2>{0}</h2><h3>A review</h3></a></article>'
    document = read(
        "<h1>Runs</h1><p>Lead.</p><h2>Why</h2><p>Text.</p><h2>More from us</h2>"
        + card.format("Shoes")
        + card.format("Hills")
    )
    assert [(t.title, t.text) for t in document.teasers] == [
        ("Shoes", "A review"),
        ("Hills", "A review"),
    ]


def test_a_word_of_footers_may_head_a_part_of_the_article() -> None:
    document = read("<h1>Pain</h1><p>Lead.</p><h2>Contact</h2><p>Call us on weekdays.</p>")
    assert headings(document) == [("Contact", 2)]


def test_an_article_that_is_one_answer_repeats_it_as_lead() -> None:
    document = read("<h1>PMR</h1><h2>What is it?</h2><p>Stiffness.</p><h2>Help</h2><p>Steroids.")
    assert document.lead == "Stiffness."
    assert headings(document) == [("What is it?", 2), ("Help", 2)]
    assert any("copied to the lead" in warning for warning in document.warnings)


def test_a_date_line_is_no_reference_and_no_lead() -> None:
    document = read(
        "<h1>Mal di schiena</h1><p>di Redazione - 12 marzo 2021</p><p>Passa da solo.</p>"
        "<h2>Källor</h2><p>Example A. One. J Test. 2008;3:2-9.</p>"
        "<p>Sample B. Two. J Test. 2009;4:12-19.</p><p>Senast uppdaterad: 2022-05-03</p>"
    )
    assert document.lead == "Passa da solo."
    assert len(document.references) == 2


LINKED = (
    '<h2><a class="toc-backref" href="#id1">{}</a><a class="headerlink" href="#a">¶</a></h2>',
    '<h2><a role="doc-backlink" href="#top">{}</a></h2>',
    '<h2><a class="backlink" href="#toc">{} ↑</a></h2>',
    '<h2><span class="ez-toc-section"></span><a href="#ez-toc">{}</a></h2>',
    '<h2>\u200b{}\u2060 <a class="anchor" href="#x">#</a></h2>',
    '<div class="section"><h2><a href="#top">{}</a></h2></div>',
)


@pytest.mark.parametrize("form", LINKED)
def test_a_heading_whose_words_lead_back_to_the_contents_stays(form: str) -> None:
    html = (
        "<body><h1>Knees</h1><p>Knees hurt at times, and mend.</p>"
        f"{form.format('Causes')}<p>Few are known.</p>{form.format('Care')}<p>Walk a little.</p>"
    )
    document = read_article(html.encode(), "a.html")
    assert [b.text for b in document.blocks if isinstance(b, Heading)] == ["Causes", "Care"]
    assert not document.teasers


@pytest.mark.parametrize("name", ['class="header"', 'class="page-header"', 'id="header"'])
def test_the_head_of_a_section_is_no_page_header(name: str) -> None:
    document = read(
        f"<h1>Knees</h1><p>Knees mend.</p><div {name}><h2>Causes</h2></div><p>Few are known.</p>"
    )
    assert headings(document) == [("Causes", 2)]


def test_names_inside_a_reference_stay_in_it() -> None:
    document = read(
        '<h1>Knees</h1><p>Knees mend.</p><h2>References</h2><ol><li><span class="author">Mock A.'
        '</span> <span class="title">A trial.</span> J Test. 2011;3:1-9.</li></ol>'
    )
    assert [each.text for each in document.references] == ["Mock A. A trial. J Test. 2011;3:1-9."]
