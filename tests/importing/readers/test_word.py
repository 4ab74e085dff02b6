"""Word files: styles, tracked changes, notes, tables, nested lists, images."""

from importing.document import Heading, Image, ListBlock, Quote, Run, Table, plain, to_html
from importing.readers import read_article

from .docx_maker import (
    PIXEL,
    deleted,
    inserted,
    make_docx,
    note,
    paragraph,
    picture,
    run,
    table,
)

REFERENCE = "Example A, Sample B. An invented study of {}. J Test. 201{};3:1-9."
BODY = (
    paragraph("Letterhead line")
    + paragraph("Frozen shoulder", "Title")
    + paragraph(
        run("It is ")
        + inserted("stiff")
        + deleted("wrong")
        + run(" for months.")
        + run("1,2", "superscript")
    )
    + paragraph("Stages", "Heading1")
    + paragraph(run("There are ") + run("three", "b") + run(" stages") + note(1) + run("."))
    + paragraph("Exercises", "Heading2")
    + paragraph("Move daily", level=0)
    + paragraph("pendulum", level=1)
    + paragraph("wall climb", level=1)
    + paragraph("gently", level=2)
    + paragraph("Rest", level=0)
    + table([["Option", "Harm"], ["Injection", "flare"], ["Surgery", "stiffness"]])
    + paragraph("I could not sleep.", "Quote")
    + paragraph(picture("A shoulder"))
    + paragraph("References", "Heading1")
    + "".join(paragraph(REFERENCE.format(n, n), level=0, ordered=True) for n in range(3))
)
DOCUMENT = read_article(
    make_docx(BODY, ("Stages overlap.",), ("Check this",), "Letterhead", "Draft 7"), "a.docx"
)


def test_the_title_style_beats_the_property() -> None:
    assert DOCUMENT.title == "Frozen shoulder"
    assert "Draft 7" in {line.text for line in DOCUMENT.dropped}


def test_the_property_is_the_title_where_the_text_has_none() -> None:
    body = paragraph("This first line is a whole sentence of the text, not a title. " * 3)
    data = make_docx(body, title="Frozen shoulder")
    assert read_article(data, "a.docx").title == "Frozen shoulder"


def test_insertions_are_in_and_deletions_out() -> None:
    assert DOCUMENT.lead == "It is stiff for months.1,2"
    assert "wrong" not in repr(DOCUMENT)


def test_heading_styles_are_headings_below_the_title() -> None:
    headings = [(b.text, b.level) for b in DOCUMENT.blocks if isinstance(b, Heading)]
    assert headings == [("Stages", 2), ("Exercises", 3)]


def test_lists_keep_their_nesting() -> None:
    (block,) = (b for b in DOCUMENT.blocks if isinstance(b, ListBlock))
    assert [plain(item.content) for item in block.items] == ["Move daily", "Rest"]
    (inner,) = block.items[0].children
    assert [plain(item.content) for item in inner.items] == ["pendulum", "wall climb"]
    assert plain(inner.items[1].children[0].items[0].content) == "gently"


def test_a_table_keeps_its_header_row() -> None:
    (block,) = (b for b in DOCUMENT.blocks if isinstance(b, Table))
    assert block.header_row
    assert [[plain(cell) for cell in row] for row in block.rows][1] == ["Injection", "flare"]


def test_an_image_comes_with_its_bytes_and_description() -> None:
    (block,) = (b for b in DOCUMENT.blocks if isinstance(b, Image))
    assert (block.alt, block.data, block.content_type) == ("A shoulder", PIXEL, "image/png")


def test_a_quote_is_a_quote() -> None:
    assert Quote(((Run("I could not sleep."),),)) in DOCUMENT.blocks


def test_a_footnote_is_kept_with_its_mark() -> None:
    (footnote,) = DOCUMENT.footnotes
    assert (footnote.mark, plain(footnote.content)) == ("1", "Stages overlap.")
    text = next(to_html(b.content) for b in DOCUMENT.blocks if b == DOCUMENT.blocks[1])  # type: ignore[union-attr]
    assert text == "There are <b>three</b> stages<sup>[1]</sup>."


def test_the_references_are_the_numbered_list_under_their_heading() -> None:
    assert [r.text for r in DOCUMENT.references] == [REFERENCE.format(n, n) for n in range(3)]


def test_footnotes_that_are_the_only_references_become_them() -> None:
    notes = tuple(REFERENCE.format(n, n) for n in range(3))
    body = paragraph("Pain", "Title") + paragraph(run("It is so") + note(1) + note(2) + note(3))
    document = read_article(make_docx(body, notes), "a.docx")
    assert [r.text for r in document.references] == list(notes)
    assert document.footnotes == ()


def test_what_stands_beside_the_text_is_named() -> None:
    dropped = {line.text: line.reason for line in DOCUMENT.dropped}
    assert "comment" in dropped["Check this"]
    assert "header" in dropped["Letterhead"]
    assert dropped["Letterhead line"] == "above the title"


def test_bold_lines_head_a_file_without_styles() -> None:
    body = (
        paragraph(run("Vertigo", "b"))
        + paragraph("Vertigo is a feeling of spinning. It often passes by itself.")
        + paragraph(run("Causes", "b"))
        + paragraph("Most often the inner ear is the cause.")
        + paragraph(run("When to get help", "b"))
        + paragraph("Get help at once if your face droops or you cannot speak.")
    )
    document = read_article(make_docx(body), "a.docx")
    assert document.title == "Vertigo"
    assert [b.text for b in document.blocks if isinstance(b, Heading)] == [
        "Causes",
        "When to get help",
    ]
