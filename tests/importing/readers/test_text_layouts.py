"""Layouts of plain text, Markdown and Word files that carry their own conventions."""

import pytest

from importing.document import Heading, ListBlock
from importing.readers import read_article

from .docx_maker import make_docx, paragraph, run


def test_front_matter_in_toml_gives_the_title_and_is_named() -> None:
    text = (
        "+++\ntitle = 'Whiplash'\ndraft = true\n+++\n\nMost people recover.\n\n## Help\n\nMove.\n"
    )
    document = read_article(text.encode(), "a.md")
    assert (document.title, document.lead) == ("Whiplash", "Most people recover.")
    assert [line.text for line in document.dropped] == ["draft = true"]


def test_the_authors_own_title_stands_over_sections_of_the_first_level() -> None:
    text = "---\ntitle: Whiplash\n---\n\nIt heals.\n\n# Help\n\nMove.\n\n# Harm\n\nCollars.\n"
    document = read_article(text.encode(), "a.md")
    assert document.title == "Whiplash"
    assert [(b.text, b.level) for b in document.blocks if isinstance(b, Heading)] == [
        ("Help", 2),
        ("Harm", 2),
    ]


def test_pictographs_before_a_heading_hide_no_references() -> None:
    text = (
        "# Desks\n\nMove.\n\n## 🪑 Chair\n\nLow.\n\n## 📚 References\n\n"
        "Example A. Desks. J Test. 2001;1:3-4.\n\n## 🔗 Related\n\n[Neck](/a)\n\n[Head](/b)\n"
    )
    document = read_article(text.encode(), "a.md")
    assert (len(document.references), len(document.teasers)) == (1, 2)


def test_questions_are_teasers_titles() -> None:
    text = (
        "Sciatica\n\nIt goes by itself in most people.\n\nWhat helps\n\nMoving helps a little.\n\n"
        "References\n\nExample A. One. J Test. 2008;3:2-9.\n\n"
        "Related articles\n\nNeck pain: exercises\nSciatica: how long?\n"
    )
    document = read_article(text.encode(), "a.txt")
    assert [t.title for t in document.teasers] == ["Neck pain: exercises", "Sciatica: how long?"]


def test_the_only_underlined_line_near_the_top_is_the_title() -> None:
    text = (
        "INVENTED CENTRE\nRheumatology\n\nStiff shoulders\n---------------\n\n"
        "Steroids help within days, and are taken for a year or two.\n"
    )
    document = read_article(text.encode(), "a.txt")
    assert document.title == "Stiff shoulders"
    assert {line.text for line in document.dropped} >= {"INVENTED CENTRE", "Rheumatology"}


def bold(text: str) -> str:
    return paragraph(run(text, "b"))


def test_bold_capitals_stand_over_bold_lines() -> None:
    body = paragraph("Hips", "Title") + paragraph("Hips can hurt.")
    body += bold("WHERE IT HURTS") + paragraph("In the groin.") + bold("WHAT HELPS")
    body += paragraph("Moving.") + bold("How much?") + paragraph("Twice a week.")
    document = read_article(make_docx(body), "a.docx")
    assert [b.level for b in document.blocks if isinstance(b, Heading)] == [2, 2, 3]


@pytest.mark.parametrize("style", ["List Bullet 2", "List Number 2"])
def test_list_styles_of_word_nest(style: str) -> None:
    body = paragraph("Runs", "Title") + paragraph("Run slowly.") + paragraph("one", level=0)
    body += paragraph("deep", "Deep") + paragraph("two", level=0)
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="{style}"/></w:style>'
        "</w:styles>"
    )
    data = make_docx(body, extra={"word/styles.xml": styles.encode()})
    (block,) = (b for b in read_article(data, "a.docx").blocks if isinstance(b, ListBlock))
    assert [len(item.children) for item in block.items] == [1, 0]


def test_words_table_of_contents_is_named() -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style></w:styles>'
    )
    body = paragraph("Backs", "Title") + paragraph("1 Scope 2", "T") + paragraph("For adults.")
    document = read_article(make_docx(body, extra={"word/styles.xml": styles.encode()}), "a.docx")
    assert document.lead == "For adults."
    assert [line.text for line in document.dropped] == ["1 Scope 2"]
