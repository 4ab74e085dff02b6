"""The read API: live and public pages alone, as JSON, and nothing can be written."""

import pytest
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from citewell.documents.models import CustomDocument
from tests import factories

pytestmark = pytest.mark.django_db
PAGES = "/api/v2/pages/"


def titles(client: Client, query: str = "") -> set[str]:
    response = client.get(f"{PAGES}{query}")
    assert response.status_code == 200, response.content
    return {item["title"] for item in response.json()["items"]}


def test_pages_are_listed_by_type(client: Client) -> None:
    factories.condition(title="Sciatica")
    factories.article(title="Does heat help?")
    assert titles(client, "?type=conditions.ConditionPage") == {"Sciatica"}


def test_a_draft_is_not_listed_nor_read(client: Client) -> None:
    page = factories.condition(title="Draft")
    page.unpublish()
    assert "Draft" not in titles(client)
    assert client.get(f"{PAGES}{page.pk}/").status_code == 404


def test_a_restricted_page_is_not_listed_nor_read(client: Client) -> None:
    page = factories.condition(title="Restricted")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "Restricted" not in titles(client)
    assert client.get(f"{PAGES}{page.pk}/").status_code == 404


def test_a_page_says_what_it_holds_not_only_keys(client: Client) -> None:
    page = factories.condition(title="Sciatica", summary="Pain down the leg.")
    data = client.get(f"{PAGES}{page.pk}/").json()
    assert data["summary"] == "Pain down the leg."
    assert {"names", "aspects", "when_to_get_help", "references"} <= data.keys()


def test_a_document_of_a_private_collection_is_not_listed(client: Client) -> None:
    private = Collection.get_first_root_node().add_child(instance=Collection(name="Private"))
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.LOGIN
    )
    CustomDocument.objects.create(title="Secret", file="documents/secret.txt", collection=private)
    assert client.get("/api/v2/documents/").json()["items"] == []


@pytest.mark.parametrize("endpoint", ["pages", "images", "documents"])
def test_nothing_can_be_written(client: Client, endpoint: str) -> None:
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(f"/api/v2/{endpoint}/").status_code == 405


def test_searching_goes_through_the_sites_search_alone(client: Client) -> None:
    response = client.get(f"{PAGES}?search=sciatica")
    assert response.status_code == 400
    assert "search is disabled" in response.json()["message"]


@pytest.mark.parametrize("query", ["?type=no.Type", "?limit=999999", "?offset=x", "?fields=)("])
def test_a_wrong_question_is_a_plain_refusal(client: Client, query: str) -> None:
    response = client.get(f"{PAGES}{query}")
    assert response.status_code == 400
    assert response.json()["message"]
