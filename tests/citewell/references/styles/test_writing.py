"""Writing a reference: safe HTML, honest settings, no item that cannot be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.references.csl import DATE_VARIABLES, NAME_VARIABLES, TEXT_VARIABLES, TYPES
from citewell.references.styles import STYLES, format_bibliography, format_reference

ARTICLE = {
    "type": "article-journal",
    "title": "Exercise for low back pain",
    "author": [{"family": "van der Berg", "given": "Anna Maria"}],
    "container-title": "J Test",
    "volume": "7",
    "page": "508-518",
    "issued": {"date-parts": [[2020, 3]]},
    "DOI": "10.1000/182",
}


def test_an_article_is_written_in_each_style():
    assert [format_reference(ARTICLE, style).text for style in STYLES] == [
        "van der Berg AM. Exercise for low back pain. J Test. 2020 Mar;7:508–18. doi:10.1000/182",
        "van der Berg AM. Exercise for low back pain. J Test. 2020;7:508-518. doi:10.1000/182",
        "van der Berg, A. M. (2020). Exercise for low back pain. J Test, 7, 508–518. "
        "https://doi.org/10.1000/182",
    ]


@pytest.mark.parametrize(
    ("pages", "written"),
    [("508-518", "7:508-18."), ("S12–S20", "7:S12-20."), ("1-9, 20-28", "7:1-9, 20-8."),
     ("e12", "7:e12."), ("8-18", "7:8-18.")],
)  # fmt: skip
def test_the_pages_of_vancouver_can_have_a_hyphen(pages: str, written: str):
    item = {**ARTICLE, "page": pages, "title": "Trends 1998–2008", "issue": "3-4"}
    made = format_reference(item, "vancouver", page_range_delimiter="-")
    assert written.replace("7:", "7(3–4):") in made.text
    assert "Trends 1998–2008." in made.text
    assert (
        written.replace("7:", "7(3–4):").replace("-", "–")
        in format_reference(item, "vancouver").text
    )


@pytest.mark.parametrize("style", ["ama", "apa"])
def test_the_sign_between_pages_is_a_setting_of_vancouver_alone(style):
    made = format_reference(ARTICLE, style, page_range_delimiter="-")
    assert made == format_reference(ARTICLE, style)


@pytest.mark.parametrize("style", STYLES)
def test_html_in_a_field_comes_out_as_text_and_the_doi_is_a_link(style):
    item = {**ARTICLE, "title": '<script>alert("x")</script> <i>in vivo</i>'}
    html = format_reference(item, style).html
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "<i>in vivo</i>" in html
    assert '<a href="https://doi.org/10.1000/182">' in html


def test_only_web_addresses_become_links():
    item = {"type": "webpage", "title": "A", "URL": "javascript:alert(1)"}
    assert "<a" not in format_reference(item, "apa").html


def test_a_list_keeps_its_order():
    items = [{**ARTICLE, "title": title} for title in ("B", "A")]
    assert [" B." in items.text for items in format_bibliography(items, "ama")] == [True, False]


def test_an_unknown_style_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="“mla” is no style"):
        format_reference(ARTICLE, "mla")


names = st.lists(
    st.fixed_dictionaries({"family": st.text(min_size=1, max_size=9), "given": st.text(max_size=9)})
    | st.fixed_dictionaries({"literal": st.text(min_size=1, max_size=9)}),
    max_size=3,
)
dates = st.fixed_dictionaries(
    {"date-parts": st.lists(st.lists(st.integers(-50, 3000), min_size=1, max_size=3), max_size=2)}
)
items = st.builds(
    lambda kind, texts, people, days: {"type": kind, **texts, **people, **days},
    st.sampled_from(sorted(TYPES)),
    st.dictionaries(st.sampled_from(sorted(TEXT_VARIABLES)), st.text(max_size=15), max_size=8),
    st.dictionaries(st.sampled_from(sorted(NAME_VARIABLES)), names, max_size=3),
    st.dictionaries(st.sampled_from(sorted(DATE_VARIABLES)), dates, max_size=2),
)


@given(items, st.sampled_from(STYLES))
def test_any_item_is_written_without_error(item, style):
    formatted = format_reference(item, style)
    assert "<script" not in formatted.html
