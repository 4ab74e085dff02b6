"""Pasted markup becomes text; what only looks like markup stays."""

import time

from citewell.text.html import html_to_text, looks_like_html


def test_list_items_become_paragraphs() -> None:
    assert (
        html_to_text("<ol><li>One <i>S. aureus</i></li><li>Two &amp; three</li></ol>")
        == "One S. aureus\n\nTwo & three"
    )


def test_a_break_becomes_a_line() -> None:
    assert html_to_text("One<br/>two") == "One\ntwo"


def test_scripts_and_comments_go() -> None:
    assert html_to_text("<p>A<!-- note --><script>alert(1)</script>B</p>") == "AB"


def test_less_than_signs_and_addresses_in_angles_stay() -> None:
    text = "p<0.05 and n>3, see <https://example.org/a>"
    assert not looks_like_html(text)
    assert html_to_text(text) == text


def test_a_line_inside_a_paragraph_is_a_space() -> None:
    assert html_to_text("<p>One\n  two</p>") == "One two"


def test_a_megabyte_of_open_brackets_does_not_hang() -> None:
    begin = time.perf_counter()
    html_to_text("<p " * 350_000 + "<script>" * 1000)
    assert time.perf_counter() - begin < 120  # a hang, not a speed
