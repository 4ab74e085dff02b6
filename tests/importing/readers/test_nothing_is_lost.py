"""Every visible word of a source is in the draft or under `dropped`, whatever its layout."""

import re
from html import escape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing.readers import Refused, read_article
from tests.effort import examples

from .docx_maker import deleted, inserted, make_docx, note, paragraph, picture, run, table
from .words import lost

ARTICLES = sorted((Path(__file__).parent / "articles").iterdir())
quick = settings(
    max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

# fmt: off
VOCABULARY = [
    "Pain", "moves", "walk", "the", "a", "spine", "Example", "Sample", "J", "et", "al",
    "2019;12(3):45-52.", "doi:10.9999/x", "References", "Literatur", "Symptoms:", "What", "helps?",
    "1.", "2.", "3.1", "(a)", "-", "*", "•", "#", "##", ">", "|", "**", "_", "`", "[1]", "~~~",
    "===", "---", "Menu", "Share", "Comments", "Related", "articles", "top", "of", "page",
    "cookies", "©", "2020", "By", "Dr", "Read", "more", "ألم", "المراجع", "כאב", "מקורות",
    "参考文献", "痛み", "١.", "naïve", "½", "\t", "https://example.org",
]
LINES = [
    "References", "REFERENCES", "Related articles", "2 Comments", "Share this article",
    "Example A, Sample B. An invented study. J Test. 2019;12:45-52.", "top of page", "Read more",
    "You may also like", "Reader says: thanks", "===", "- one", "  - two", "1. one", "2) two",
]
TAGS = [
    "p", "div", "section", "article", "main", "aside", "nav", "header", "footer", "h1", "h2", "ul",
    "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "blockquote", "figure", "figcaption",
    "span", "b", "em", "a", "sub", "sup", "button", "label", "form", "details", "summary", "pre",
    "br", "template", "noscript", "video", "iframe", "select", "option", "textarea", "caption",
    "center", "font", "svg", "embed", "source", "wbr", "img", "input", "hr",
]
CLASSES = ["", "", "", "card", "menu", "share", "comments", "footnotes", "sidebar", "cookie"]
# fmt: on
phrase = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12).map(" ".join)
long_phrase = st.lists(st.sampled_from(VOCABULARY), min_size=20, max_size=60).map(" ".join)
line = st.one_of(phrase, long_phrase, st.sampled_from(LINES))


def plain_text(lines: list[tuple[str, int]]) -> str:
    return "".join(text + "\n" * (1 + blank) for text, blank in lines)


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


# HTML: a tree of tags with a numbered word in every place a reader sees
node = st.recursive(
    phrase,
    lambda inner: st.tuples(
        st.sampled_from(TAGS), st.sampled_from(CLASSES), st.lists(inner, max_size=5)
    ),
    max_leaves=30,
)


def as_html(tree: object, seen: list[str]) -> str:
    if isinstance(tree, str):
        word = f"word{len(seen)}"
        seen.append(word)
        return escape(f"{tree} {word} ")
    tag, name, children = tree  # type: ignore[misc]
    inside = "".join(as_html(child, seen) for child in children)
    if tag in ("br", "embed", "source", "wbr", "img", "input", "hr"):
        return f"<{tag}>{inside}"
    extra = {"a": ' href="https://example.org/x"', "li": ' id="fn1"' if name == "footnotes" else ""}
    return f'<{tag} class="{name}"{extra.get(tag, "")}>{inside}</{tag}>'


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


# Markdown and Word files, from the same plan of an article

plain_words = st.lists(
    st.sampled_from([*VOCABULARY[:3], "References", "Symptoms", "Menu", "Share", "ألم", "2019"]),
    min_size=1,
    max_size=8,
).map(" ".join)
plan = st.lists(
    st.tuples(
        st.sampled_from(["heading", "text", "list", "quote", "table", "bold", "caps"]), plain_words
    ),
    min_size=1,
    max_size=14,
)


def as_markdown(parts: list[tuple[str, str]], seen: list[str]) -> str:
    out = []
    for number, (kind, text) in enumerate(parts):
        text = f"{text} word{number}"
        seen.append(text)
        out.append(
            {
                "heading": f"## {text}",
                "text": text,
                "list": f"- {text}\n  1. item{number}",
                "quote": f"> {text}",
                "table": f"| {text} | b |\n|---|---|\n| c{number} | d |",
                "bold": f"**{text}**",
                "caps": text.upper(),
            }[kind]
        )
    return "\n\n".join(out)


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
    body, seen = "", []
    for number, (kind, text) in enumerate(parts):
        text = f"{text} word{number}"
        seen.append(text.upper() if kind == "caps" else text)
        body += {
            "heading": paragraph(text, "Heading1"),
            "text": paragraph(text),
            "list": paragraph(text, level=number % 3),
            "quote": paragraph(text, "Quote"),
            "table": table([[text, "b"], ["c", "d"]]),
            "bold": paragraph(run(text, "b")),
            "caps": paragraph(text.upper()),
        }[kind]
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
