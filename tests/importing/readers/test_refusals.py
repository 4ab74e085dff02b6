"""What cannot be read is refused with one sentence; nothing crashes or hangs."""

import time

import pytest

from importing.readers import MOST_BYTES, Refused, read_article

from .docx_maker import make_docx, paragraph, zipped

DOCX = make_docx(paragraph("Title", "Title") + paragraph("Text of the article."))

REFUSED = {
    "an empty file": (b"", "a.txt"),
    "a blank file": (b" \n\t\n \xc2\xa0", "a.txt"),
    "no words": (b"--- ***\n...", "a.txt"),
    "a blank page": (b"<html><body> </body></html>", "a.html"),
    "a page of script only": (b"<script>var a = 1</script>", "a.html"),
    "a tag of too many attributes": (
        b"<p>Text <b " + b" ".join(b"a%d=1" % n for n in range(9_000)) + b">bold</b>",
        "a.html",
    ),
    "open brackets in Markdown": (b"Deep text " + b"[" * 20_000, "a.md"),
    "an unknown extension": (b"{\\rtf1 Text}", "a.rtf"),
    "no extension": (b"Text", "article"),
    "a picture named as text": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a.txt"),
    "a PDF named as text": (b"%PDF-1.7 text", "a.txt"),
    "RTF named as text": (b"{\\rtf1 Text}", "a.txt"),
    "binary data": (bytes(range(256)) * 20, "a.txt"),
    "binary Markdown": (b"\x00\x01\x02\x03" * 100, "a.md"),
    "an old Word file": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "a.docx"),
    "text named as Word": (b"Just text", "a.docx"),
    "a Word file cut short": (DOCX[: len(DOCX) // 2], "a.docx"),
    "a zip that is no Word file": (zipped({"a.txt": "Text"}), "a.docx"),
    "Word with broken XML": (
        make_docx(paragraph("Text"), extra={"word/document.xml": b"<w:document"}),
        "a.docx",
    ),
    "Word without text": (make_docx(""), "a.docx"),
    "a zip bomb": (
        make_docx(paragraph("Text"), extra={"word/media/a.png": b"\0" * 30_000_000}),
        "a.docx",
    ),
    "a bomb of entries": (zipped({f"word/{n}.xml": "" for n in range(6_000)}), "a.docx"),
    "a bomb of entities": (
        make_docx(
            paragraph("Text"),
            extra={
                "word/document.xml": b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
                b"<document>&b;</document>"
            },
        ),
        "a.docx",
    ),
    "Word nested too deeply": (
        make_docx("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000),
        "a.docx",
    ),
    "more than 20 MB": (b"a " * (MOST_BYTES // 2 + 1), "a.txt"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_one_sentence(name: str) -> None:
    data, filename = REFUSED[name]
    with pytest.raises(Refused) as refused:
        read_article(data, filename)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence


HARD = {
    "nested divs": ("<div>" * 50_000 + "Deep text", "html"),
    "nested bold": ("<b>" * 50_000 + "Deep text", "html"),
    "nested lists": ("<ul><li>" * 50_000 + "Deep text", "html"),
    "nested tables": ("<table><tr><td>" * 50_000 + "Deep text", "html"),
    "nested spans in Markdown": ("<span>" * 50_000 + "Deep text", "md"),
    "nested quotes": ("> " * 50_000 + "Deep text", "md"),
    "nested Markdown lists": ("- " * 50_000 + "Deep text", "md"),
    "open brackets": ("[" * 4_900 + "Deep text", "md"),
    "open footnotes": ("^[" * 4_900 + "Deep text", "md"),
    "open emphasis": ("**a _b " * 10_000 + "Deep text", "md"),
    "backticks": ("`" * 50_000 + " Deep text " + "`" * 49_999, "md"),
    "indented list": ("\n".join(f"{' ' * n}- Deep text" for n in range(1_000)), "txt"),
    "quotes in text": ("> " * 50_000 + "Deep text", "txt"),
    "one line without spaces": ("a" * 2_000_000, "txt"),
    "spaces": ("a" + " " * 2_000_000 + "b", "txt"),
    "open tags": ("<a " * 50_000 + "Deep text", "html"),
    "open comments": ("<!--" * 50_000 + "Deep text", "html"),
    "many short lines": ("\n".join(f"Line {n}" for n in range(20_000)), "txt"),
    "too many short lines": ("a\n" * 5_000_000, "txt"),
    "one long paragraph": ("word " * 700_000, "txt"),
    "too many elements": ("<p>a" * 1_000_000, "html"),
    "many links": ('<a href="/x">link</a> ' * 10_000, "html"),
    "a wide table": ("<table><tr><td colspan=999999999 rowspan=999999999>a<td>b</table>", "html"),
}


@pytest.mark.parametrize("name", HARD)
def test_hard_input_is_read_or_refused_in_time(name: str) -> None:
    text, extension = HARD[name]
    start = time.monotonic()
    try:
        document = read_article(text.encode(), f"a.{extension}")
        assert document.title
    except Refused:
        pass
    assert time.monotonic() - start < 120  # a hang, not a speed: that is what benches measure


def test_a_nul_byte_is_taken_out_and_said() -> None:
    document = read_article(b"Title\n\nSome\x00 text that goes on for a while.", "a.txt")
    assert document.lead == "Some text that goes on for a while."
    assert any("control character" in warning for warning in document.warnings)
    page = read_article(b"<h1>Title</h1><p>Some\x00 text.</p>", "a.html")
    assert page.lead == "Some text."
