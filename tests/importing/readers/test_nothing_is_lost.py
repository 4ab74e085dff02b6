"""Every visible word of a source is in the draft or under `dropped`, whatever its layout."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing.readers import Refused, read_article
from tests.effort import examples

from .docx_maker import deleted, inserted, make_docx, note, paragraph, picture, run
from .generated import as_html, as_markdown, as_word, line, node, plain_text, plan
from .words import lost

ARTICLES = sorted((Path(__file__).parent / "articles").iterdir())
quick = settings(
    max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.mark.parametrize("path", [p for p in ARTICLES if p.suffix == ".txt"], ids=lambda p: p.name)
def test_a_plain_article_loses_no_word(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not lost(text, read_article(text.encode(), path.name))


def test_the_example_loses_no_word(shared: Path) -> None:
    path = shared / "examples/lower-back-pain.txt"
    assert not lost(path.read_text("utf-8"), read_article(path.read_bytes(), path.name))


@quick
@given(st.lists(st.tuples(line, st.integers(0, 2)), min_size=1, max_size=25))
def test_no_plain_text_loses_a_word(lines: list[tuple[str, int]]) -> None:
    text = f"Some text.\n{plain_text(lines)}"
    assert not lost(text, read_article(text.encode(), "a.txt"))


@quick
@given(st.text(max_size=400))
def test_no_text_of_any_script_crashes_or_loses_a_word(text: str) -> None:
    visible = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]", "", text)
    try:
        document = read_article(text.encode("utf-8", "replace"), "a.txt")
    except Refused:
        return
    assert not lost(visible.encode("utf-8", "replace").decode(), document)


@quick
@given(st.lists(node, min_size=1, max_size=6))
def test_no_web_page_loses_a_word(trees: list[object]) -> None:
    seen: list[str] = []
    html = "<body><p>Some text.</p>" + "".join(as_html(tree, seen) for tree in trees) + "</body>"
    if not seen:
        return
    document = read_article(html.encode(), "a.html")
    assert not lost(" ".join(seen), document), html


@pytest.mark.parametrize("path", [p for p in ARTICLES if p.suffix == ".html"], ids=lambda p: p.name)
def test_a_web_article_loses_no_word(path: Path) -> None:
    html = re.sub(r"(?s)<(script|style|title)\b.*?</\1>", "", path.read_text("utf-8"))
    visible = re.sub(r"&\w+;", " ", re.sub(r"<[^>]*>", " ", html))
    assert not lost(visible, read_article(path.read_bytes(), path.name))


@quick
@given(plan)
def test_no_markdown_loses_a_word(parts: list[tuple[str, str]]) -> None:
    seen: list[str] = []
    text = as_markdown(parts, seen)
    assert not lost(re.sub(r"[|#>*-]|\d\.", " ", text), read_article(text.encode(), "a.md"))


@pytest.mark.parametrize("path", [p for p in ARTICLES if p.suffix == ".md"], ids=lambda p: p.name)
def test_a_markdown_article_loses_no_word(path: Path) -> None:
    text = re.sub(
        r"\(images[^)]*\)|\]\([^)]*\)|\[\^\w\]:?|^title:.*",
        "]",
        path.read_text("utf-8"),
        flags=re.M,
    )
    text = re.sub(r"(?m)^\d\. |\|[-|]+$|</?sup>", "", text)
    assert not lost(text, read_article(path.read_bytes(), path.name))


@settings(max_examples=examples(40), deadline=None)
@given(plan)
def test_no_word_file_loses_a_word(parts: list[tuple[str, str]]) -> None:
    seen: list[str] = []
    body = as_word(parts, seen)
    assert not lost("\n".join(seen), read_article(make_docx(body), "a.docx"))


def test_what_word_keeps_beside_the_text_is_named() -> None:
    body = paragraph("Title", "Title") + paragraph(
        run("Kept ") + inserted("added ") + deleted("removed") + note(1) + picture("An arm")
    )
    body += "<w:p><m:oMath><m:r><m:t>dose2</m:t></m:r></m:oMath></w:p>"
    document = read_article(
        make_docx(body, ("A note.",), ("A remark",), header="Letterhead"), "a.docx"
    )
    assert not lost("Title Kept added A note An arm dose2 A remark Letterhead", document)
    assert lost("removed", document)
