"""The library of sources in the admin: list, search, form, chooser."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from citewell.references.models import Source
from tests import factories

pytestmark = pytest.mark.django_db

CSL = {
    "type": "article-journal",
    "title": "On backs",
    "author": [{"family": "Lee", "given": "H."}, {"literal": "Back Group"}],
    "issued": {"date-parts": [[2020]]},
}


@pytest.fixture
def admin(client):
    client.force_login(factories.superuser())
    return client


def url(name, *args):
    """An address of the library."""
    return reverse(f"wagtailsnippets_citewell_references_source:{name}", args=args)


def test_the_list_says_who_wrote_what_and_when(admin):
    Source.objects.create(csl=CSL)
    html = admin.get(url("list")).content.decode()
    for text in ("On backs", "Lee, Back Group", "2020"):
        assert text in html


@pytest.mark.parametrize("query", ["backs", "Lee", "Gro", "pasted"])
def test_search_finds_titles_authors_and_pasted_text(admin, query):
    Source.objects.create(csl=CSL, raw="Somebody pasted this.")
    Source.objects.create(csl={"type": "book", "title": "Other"})
    for address in (url("list"), choose_results()):
        html = admin.get(address, {"q": query}).content.decode()
        assert "On backs" in html
        assert "Other" not in html


def choose_results():
    """The address of the chooser's results."""
    return reverse("wagtailsnippetchoosers_citewell_references_source:choose_results")


def test_a_pasted_source_is_kept_exactly_and_for_ever(admin):
    pasted = "  1.\tLee H.  On backs.\r\nSpine J. 2020. "
    admin.post(url("add"), {"raw": pasted, "csl": "{}"})
    source = Source.objects.get()
    assert source.raw == pasted.replace("\r\n", "\n")
    admin.post(url("edit", source.pk), {"raw": "Other", "csl": '{"type": "book"}'})
    source.refresh_from_db()
    assert source.raw == pasted.replace("\r\n", "\n")
    assert source.csl == {"type": "book"}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"raw": " ", "csl": "{}"}, "Paste the reference, or give it as CSL-JSON."),
        ({"raw": "", "csl": '{"type": "blog"}'}, "is not a type of source that CSL knows."),
        ({"raw": "", "csl": '["a"]'}, "CSL-JSON of one source is an object"),
        ({"raw": "A", "csl": "{no json"}, "Enter a valid JSON."),
    ],
)
def test_a_source_that_is_none_is_refused_in_plain_words(admin, data, message):
    response = admin.post(url("add"), data)
    assert message in response.content.decode()
    assert not Source.objects.exists()


def test_the_list_costs_the_same_with_one_source_and_with_a_page_full(admin):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            admin.get(url("list_results"))
        return len(captured)

    Source.objects.create(csl=CSL)
    queries()
    few = queries()
    for _ in range(19):
        Source.objects.create(csl=CSL)
    assert queries() == few
