"""What readers take along: a page's sources as a file, the page's own citation, meta tags."""

import html
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from citewell.references.citing.marks import tag
from citewell.references.formats import read
from citewell.references.models import Source
from tests import factories

pytestmark = pytest.mark.django_db

WALKING = {
    "type": "article-journal",
    "title": "Walking and backs",
    "author": [{"family": "Example", "given": "Anna B."}, {"family": "Sample", "given": "C."}],
    "container-title": "Journal of Invented Care",
    "issued": {"date-parts": [[2019, 5, 1]]},
    "volume": "14",
    "issue": "2",
    "page": "508-518",
    "DOI": "10.1234/walking",
}
BOOK = {
    "type": "book",
    "title": "Sleep: a guide",
    "author": [{"family": "Müller", "given": "Jörg"}],
    "publisher": "Invented Press",
    "issued": {"date-parts": [[2020]]},
}


def source(item: dict[str, Any]) -> Source:
    return Source.objects.create(csl=item)


def page_of(*listed: Source | str, cited: tuple[Source, ...] = (), **fields: Any) -> Any:
    body = [("rich_text", "".join(f"<p>Words{tag(one.pk)}</p>" for one in cited))] if cited else []
    entries = [
        {"source": None, "line": one} if isinstance(one, str) else {"source": one, "line": ""}
        for one in listed
    ]
    return factories.article(
        references=[("reference_list", entries)] if entries else [], body=body, **fields
    )


@pytest.mark.parametrize("ending", ["ris", "bib", "json"])
def test_each_file_is_read_back_equal_in_the_order_of_the_page(client: Client, ending) -> None:
    walking, book = source(WALKING), source(BOOK)
    page = page_of(walking, cited=(book,))
    answer = client.get(f"{page.url}sources.{ending}")
    assert answer.status_code == 200
    assert f'filename="{page.slug}.{ending}"' in answer["Content-Disposition"]
    found = [one.csl for one in read(f"list.{ending}", answer.content).readings]
    kept = [{name: value for name, value in one.items() if name != "id"} for one in found]
    assert kept == [BOOK, WALKING]


def test_a_line_that_was_only_pasted_is_not_missing(client: Client) -> None:
    page = page_of(source(WALKING), "Sample C. A line nobody read; 2001.")
    items = client.get(f"{page.url}sources.json").json()
    assert [item["title"] for item in items] == [
        "Walking and backs",
        "Sample C. A line nobody read; 2001.",
    ]
    assert len({item["id"] for item in items}) == 2


def test_who_may_not_open_the_page_gets_no_file(client: Client) -> None:
    one = source(WALKING)
    secret, draft = page_of(one), page_of(one, live=False)
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    client.force_login(factories.superuser())
    for page in (secret, draft, factories.article(), factories.plain_page()):
        assert client.get(f"{page.get_url()}sources.ris").status_code == 404
    assert client.get("/sources.ris").status_code == 404


def test_the_page_offers_its_files_only_where_it_has_sources(client: Client) -> None:
    assert 'href="sources.ris"' in client.get(page_of(source(WALKING)).url).content.decode()
    assert "sources.ris" not in client.get(factories.article().url).content.decode()


def text_of(answer: Any) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", answer.content.decode()))


def test_a_page_is_cited_in_the_three_styles_by_its_authors(client: Client, settings) -> None:
    authors = [factories.person(name="Dr Anna Example"), factories.person(name="Jan van der Berg")]
    page = factories.article(title="Does heat help?", authors=authors)
    page.first_published_at = page.last_published_at = "2026-11-03T10:00:00Z"
    page.save()
    text = text_of(client.get(page.url))
    assert "Example A, van der Berg J." in text
    assert "Example, A., & van der Berg, J. (2026, November 3). Does heat help?" in text
    assert "Does heat help?" in text.split("AMA")[1]
    assert text.count(page.full_url) >= 3


def test_the_head_says_what_reference_managers_read(client: Client) -> None:
    page = factories.article(title="Heat & cold", authors=[factories.person(name="Anna Example")])
    page.first_published_at = page.last_published_at = "2026-11-03T10:00:00Z"
    page.save()
    head = client.get(page.url).content.decode().split("</head>")[0]
    assert '<meta name="citation_title" content="Heat &amp; cold">' in head
    assert '<meta name="citation_author" content="Anna Example">' in head
    assert '<meta name="citation_publication_date" content="2026/11/03">' in head
    assert f'<meta name="citation_public_url" content="{page.full_url}">' in head
    plain = client.get(factories.plain_page().url).content.decode()
    assert "citation_title" not in plain


def test_the_api_gives_the_sources_as_csl_json(client: Client) -> None:
    walking, book = source(WALKING), source(BOOK)
    page = page_of(walking, cited=(book,))
    data = client.get(f"/api/v2/pages/{page.pk}/").json()
    assert data["sources"] == [
        {**BOOK, "id": f"source-{book.pk}"},
        {**WALKING, "id": f"source-{walking.pk}"},
    ]


def test_the_api_asks_the_same_for_one_page_and_for_thirty(client: Client) -> None:
    one = source(WALKING)
    queries = []
    for number in (1, 30):
        for _ in range(number):
            page_of(one, cited=(one,))
        address = f"/api/v2/pages/?type=blog.ArticlePage&fields=sources&limit={number}"
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert len(client.get(address).json()["items"]) == number
        queries.append(len(captured))
    assert queries[0] == queries[1]
