"""What the pages of the demo ask of the database: a budget for each, kept by all."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from demo.registry import PAGES

PAGE = 11
"""Queries for a page: article, condition, service, person, plain page, index.

Of the first one after a change; those after it find site, organisation and links remembered.
"""

DOOR = 8
"""Queries for where visitors come in: the home page and the search."""

DOORS = ("/", "/search/", "/search/?q=sciatica", "/search/?q=dizzy+when+i+turn+over")


def asked(path: str) -> list[str]:
    """The queries of a page, asked for a second time: its renditions are made by then."""
    client = Client()
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    assert response.status_code == 200
    return [query["sql"] for query in captured]


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_a_page_keeps_its_budget(demo, path: str) -> None:
    queries = asked(path)
    assert len(queries) <= PAGE, "\n".join(queries)


@pytest.mark.parametrize("path", DOORS)
def test_home_and_search_keep_theirs(demo, path: str) -> None:
    queries = asked(path)
    assert len(queries) <= DOOR, "\n".join(queries)
