"""The reference list: an order of sources of the library and of lines kept as pasted."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from wagtail.blocks import StreamBlock

from blog.models import ArticlePage
from citewell.references.blocks import ReferenceListBlock
from citewell.references.findings import reference_missing
from citewell.references.models import Source, SourceUsage
from tests import factories

printable = st.text(
    st.characters(exclude_characters="\x00\r", exclude_categories=["Cs"]), min_size=1, max_size=40
)


def from_form(*lines):
    """The list's value as a form of these lines sends it."""
    data = {"r-count": str(len(lines))}
    for number, line in enumerate(lines):
        data |= {
            f"r-{number}-deleted": "",
            f"r-{number}-order": str(number),
            f"r-{number}-id": "",
            f"r-{number}-value-source": "",
            f"r-{number}-value-line": line,
        }
    return ReferenceListBlock().value_from_datadict(data, {}, "r")


@given(printable.filter(str.strip))
def test_a_pasted_line_is_kept_exactly(line):
    block = ReferenceListBlock()
    value = from_form(line.replace("\n", "\r\n"))  # as a browser sends it
    stored = json.loads(json.dumps(block.get_prep_value(block.clean(value))))
    assert block.to_python(stored)[0]["line"] == line
    assert block.get_form_state(block.to_python(stored))[0]["value"]["line"] == line


def test_an_empty_reference_is_told_what_to_do_at_publishing_and_passes_in_a_draft():
    block = StreamBlock([("reference_list", ReferenceListBlock())])
    stream = block.normalize([("reference_list", from_form("  "))])
    block.clean_deferred(stream)
    with pytest.raises(ValidationError) as caught:
        block.clean(stream)
    assert "Choose a source or paste the reference here." in str(caught.value.as_json_data())


def test_a_pasted_line_is_shown_escaped_at_an_anchor():
    html = ReferenceListBlock().render(from_form("A", "B <b>& C"))
    assert '<li id="reference-1"><span>A</span></li>' in html
    assert '<li id="reference-2"><span>B &lt;b&gt;&amp; C</span></li>' in html


def library(number):
    """So many sources, and a page that refers to them."""
    sources = [
        Source.objects.create(csl={"type": "book", "title": f"Book {n}"}) for n in range(number)
    ]
    items = [{"source": source, "line": ""} for source in sources]
    return factories.article(references=[("reference_list", items)])


@pytest.mark.django_db
def test_the_list_costs_one_query_for_one_source_and_for_thirty():
    for number in (1, 30):
        page = ArticlePage.objects.get(pk=library(number).pk)
        with CaptureQueriesContext(connection) as captured:
            html = str(page.references)
        assert html.count("<li") == number
        assert len(captured) == 1  # the sources, and what is known of them


@pytest.mark.django_db
def test_sources_stand_in_the_editors_order_and_the_api_gives_their_csl():
    page = library(2)
    page.references[0].value[0], page.references[0].value[1] = (
        page.references[0].value[1],
        page.references[0].value[0],
    )
    page.save()
    page = ArticlePage.objects.get(pk=page.pk)
    api = page.references.stream_block.get_api_representation(page.references)
    assert [item["source"]["title"] for item in api[0]["value"]] == ["Book 1", "Book 0"]
    json.dumps(api)
    assert "Book 1" in " ".join(
        page.references.stream_block.get_searchable_content(page.references)
    )


@pytest.mark.django_db
def test_a_deleted_source_leaves_its_place_out_and_is_a_finding():
    page = library(2)
    SourceUsage.objects.all().delete()  # as if written past the table
    Source.objects.first().delete()
    page = ArticlePage.objects.get(pk=page.pk)
    assert str(page.references).count("<li") == 1
    assert [finding.field for finding in reference_missing(page)] == ["references"]
