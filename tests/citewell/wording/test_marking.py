"""The first use of each term in a body, and that nothing else of the body changes."""

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.wording.marking import Glossary, Term
from tests.effort import examples

DISC = Term(1, ("disc", "discs", "slipped disc"), "A cushion between two bones.")
NERVE = Term(2, ("sciatic nerve", "R&D"), "The thickest nerve, <from> back to foot.")
GLOSSARY = Glossary([DISC, NERVE])
ADDED = re.compile(
    r'<button type="button" class="term" popovertarget="term-\d+">(.*?)</button>'
    r'<span class="term-definition" id="term-\d+" popover data-not-in-copies>[^<]*</span>',
    re.DOTALL,
)


def marked(body: str) -> list[str]:
    return [found[1] for found in ADDED.finditer(GLOSSARY.mark(body))]


def test_the_first_use_of_each_term_is_marked_in_its_own_form() -> None:
    body = "<p>Discs age. A disc near the <b>sciatic nerve</b>; sciatic nerve.</p>"
    assert marked(body) == ["Discs", "sciatic nerve"]


def test_the_longest_form_wins() -> None:
    assert marked("<p>A slipped disc.</p>") == ["slipped disc"]


def test_parts_of_words_are_left_alone_and_possessives_are_not() -> None:
    assert marked("<p>discus, e-disc, a disc’s edge</p>") == ["disc"]


def test_links_headings_buttons_and_attributes_are_left_alone() -> None:
    body = (
        '<h2>The disc</h2><a href="/disc/">disc</a><button>disc</button><img alt="disc">'
        "<details><summary>disc</summary><p>The disc.</p></details><!-- disc -->"
    )
    assert GLOSSARY.mark(body).count("popovertarget") == 1
    assert GLOSSARY.mark(body).index("popovertarget") > body.index("</summary>")


def test_a_tag_inside_a_skipped_one_does_not_end_it() -> None:
    assert marked("<h2>A <em>b</em> disc</h2><p>none</p>") == []


def test_entities_are_no_words_and_are_matched_as_written() -> None:
    assert Glossary([Term(1, ("amp", "lt"), "x")]).mark("<p>a &amp; b &lt; c</p>") == (
        "<p>a &amp; b &lt; c</p>"
    )
    assert marked("<p>Our R&amp;D.</p>") == ["R&amp;D"]


def test_a_definition_is_escaped_and_the_word_explained_to_listeners() -> None:
    found = GLOSSARY.mark("<p>sciatic nerve</p>", explain="(definition)")
    assert "&lt;from&gt;" in found
    assert '<span class="visually-hidden"> (definition)</span></button>' in found


def test_without_terms_nothing_changes() -> None:
    assert Glossary([]).mark("<p>disc</p>") == "<p>disc</p>"


PIECES = st.sampled_from(
    ["disc ", "slipped disc", " discs.", "sciatic  nerve", "sciatic nerve", "<p>", "</p>", "<h3>",
     "</h3>", "<a href='disc'>", "</a>", "<br>", "&amp;", "&#39;", "<", ">", "x", "ﬁ", "İ", "<!--"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=40))
@settings(max_examples=examples(150), deadline=None)
def test_taken_away_again_the_body_is_as_it_was(parts: list[str]) -> None:
    body = "".join(parts)
    found = GLOSSARY.mark(body)
    assert ADDED.sub(r"\1", found) == body
    assert len(ADDED.findall(found)) <= 2


@given(st.text(max_size=200))
@settings(max_examples=examples(60), deadline=None)
def test_places_in_plain_text_hold_a_form(text: str) -> None:
    for start, end in GLOSSARY.found_in(f"disc {text} discs"):
        assert html.escape(f"disc {text} discs"[start:end].lower(), quote=False) in (
            *DISC.forms, "sciatic nerve", "r&amp;d",
        )  # fmt: skip
