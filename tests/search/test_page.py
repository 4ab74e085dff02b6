"""The search page and the suggestions, as a visitor meets them."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def titles(response) -> list[str]:
    return [one.found.title for one in response.context["search"].results]


def test_a_misspelt_name_finds_its_page_and_says_what_was_searched(client: Client, stocked):
    response = client.get("/search/", {"q": "siatica"})
    assert titles(response)[0] == "Sciatica"
    body = response.content.decode()
    assert "Showing results for" in body
    assert "Search instead for siatica" in body
