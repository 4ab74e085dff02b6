"""Capitals, markup and quotation marks in a field, as the CSL specification describes them."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.references.styles import format_reference
from citewell.references.styles.blob import Blob
from citewell.references.styles.markup import read_markup
from citewell.references.styles.textcase import set_case
from tests.effort import examples


def shown(parts: list[Blob]) -> str:
    """The parts in short: marks in braces, outer quotation marks as <<>>, inner as <>."""
    text = ""
    for part in parts:
        inner = part.text if part.text is not None else shown(part.parts)
        for kind, value in part.marks:
            if kind == "quotes":
                inner = f"<<{inner}>>" if value == "true" else f"<{inner}>"
            elif kind != "text-case":
                inner = f"{{{value} {inner}}}"
        text += inner
    return text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("plain", "plain"),
        ("the <i>in vivo</i> study", "the {italic in vivo} study"),
        ("H<sub>2</sub>O, 10<sup>3</sup>", "H{sub 2}O, 10{sup 3}"),
        ("<b>a <i>b</i></b>", "{bold a {italic b}}"),
        ("<sc>who</sc> rules", "{small-caps who} rules"),
        ('<span style="font-variant:small-caps;">who</span>', "{small-caps who}"),
        ('the "red flags"', "the <<red flags>>"),
        ("the 'red flags'", "the <<red flags>>"),
        ("the “red flags”", "the <<red flags>>"),
        ("the ‘red flags’", "the <red flags>"),
        ("“what ‘pain’ is”", "<<what <pain> is>>"),
        ("‘what “pain” is’", "<what <<pain>> is>"),
        ("“what “pain” is”", "<<what <pain> is>>"),
        ("\"what 'pain' is\"", "<<what <pain> is>>"),
        ("patients' and women's care", "patients’ and women’s care"),
        ("the '90s", "the ’90s"),
        ("<i>Patients’ views</i> on care", "{italic Patients’ views} on care"),
        ('a 5" needle', 'a 5" needle'),
        ("a < b & c > d", "a < b & c > d"),
        ("an <i>open tag", "an <i>open tag"),
        ("<em>other</em> <script>x</script>", "<em>other</em> <script>x</script>"),
        ("<i>a <b>b</i> c</b>", "{italic a <b>b} c</b>"),
    ],
)
def test_markup_and_quotation_marks_are_read_in_pairs(written: str, read: str):
    assert shown(read_markup(written)) == read


@pytest.mark.parametrize(
    ("written", "titled"),
    [
        ("care of the elderly", "Care of the Elderly"),
        ("what to look for", "What to Look For"),
        ("pain: a review", "Pain: A Review"),
        ("is it real? the end", "Is It Real? The End"),
        ("COVID-19 and iPhone use", "COVID-19 and iPhone Use"),
        ("l'hôpital and women's care", "L’hôpital and Women’s Care"),
        ("the <i>in vivo</i> study", "The {italic in Vivo} Study"),
        ('on <span class="nocase">e. coli</span> now', "On e. coli Now"),
        ("vitamin d and α-blockers", "Vitamin d and α-Blockers"),
        ("the in-house guide", "The In-House Guide"),
        ("“the end” of pain", "<<The End>> of Pain"),
        ("co<sub>2</sub> as", "Co{sub 2} As"),
        ("THE LOUD title", "THE LOUD Title"),
    ],
)
def test_title_case_raises_all_but_stop_words_inside(written: str, titled: str):
    parts = read_markup(written)
    set_case(parts, "title")
    assert shown(parts) == titled


@pytest.mark.parametrize(
    ("written", "raised"),
    [("back pain", "Back pain"), ("iPhone use", "iPhone use"), ("<i>a b</i>", "{italic A b}"),
     ("<sub>x</sub> y", "{sub x} y"), ("(in press)", "(In press)"), ("5-year-olds", "5-year-olds")],
)  # fmt: skip
def test_the_first_word_is_raised_if_it_is_small(written: str, raised: str):
    parts = read_markup(written)
    set_case(parts, "capitalize-first")
    assert shown(parts) == raised


def test_small_letters_leave_what_is_protected():
    parts = read_markup('Forthcoming in <span class="nocase">The Lancet</span>')
    set_case(parts, "lowercase")
    assert shown(parts) == "forthcoming in The Lancet"


def test_italics_in_italics_stand_upright():
    item = {"type": "book", "title": "Use of <i>in vivo</i> tests"}
    assert format_reference(item, "apa").html.startswith("<i>Use of </i>in vivo<i> tests</i>.")


_HOSTILE = st.lists(
    st.sampled_from(
        ["<", ">", "&", '"', "'", "“", "”", "‘", "’", "<i>", "</i>", "<b>", "</b>", "<sup>",
         '<span class="nocase">', "</span>", "<sc>", "</sc>", "<script>", "</script>", "&lt;",
         "<img src=x onerror=alert(1)>", "&#60;", "javascript:", "<a href='x'>", "\u202e", "\x00",
         "in vivo", "pain", " ", "?", ".", "<!--", "]]>", "{{", "{%"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@settings(max_examples=examples(150), deadline=None)
@given(title=_HOSTILE, style=st.sampled_from(["vancouver", "ama", "apa"]), url=_HOSTILE)
def test_a_hostile_title_comes_out_as_text_in_well_nested_html(title: str, style, url: str):
    item = {"type": "book", "title": title, "publisher": title, "author": [{"literal": title}],
            "URL": url, "DOI": url}  # fmt: skip
    made = format_reference(item, style)
    open_tags: list[str] = []
    for tag in re.findall(r"<[^>]*>?", made.html):
        opened = re.fullmatch(
            r'<(i|b|sup|sub)>|<(span) class="small-caps">|<(a) href="https://[^"<>]*">',
            tag,
        )
        if opened:
            open_tags.append(next(filter(None, opened.groups())))
        else:
            assert tag == f"</{open_tags.pop()}>"
    assert open_tags == []
    assert html.unescape(re.sub(r"<[^>]*>", "", made.html)) == made.text
