"""The home page, plain pages, services, page not found."""

from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client, override_settings
from wagtail.models import PageViewRestriction

from citewell.organisation.models import Organisation
from home.models import ServiceProvider
from tests import factories
from tests.queries import queries_of


@pytest.mark.django_db
def test_the_home_page_costs_at_most_eight_queries(client: Client) -> None:
    Organisation.objects.create(site=factories.home().get_site())
    assert len(queries_of(client, "/")) == 4


@pytest.mark.django_db
def test_the_search_box_comes_before_the_sections(client: Client) -> None:
    factories.home()
    text = client.get("/").content.decode()
    assert text.index('role="search"' if 'role="search"' in text else "<search") > 0


@pytest.mark.django_db
def test_a_service_names_who_gives_it_in_order(client: Client) -> None:
    people = [factories.person(name="Zoe"), factories.person(name="Ada")]
    profile = factories.person_page(person=people[1])
    page = factories.service()
    for order, person in enumerate(people):
        ServiceProvider.objects.create(page=page, person=person, sort_order=order)
    response: Any = client.get(page.get_url())
    rows = response.context_data["providers"]
    assert [(row.person.name, row.person.profile_url) for row in rows] == [
        ("Zoe", ""),
        ("Ada", profile.get_url()),
    ]


@pytest.mark.django_db
def test_a_service_costs_the_same_queries_for_one_and_thirty_providers(client: Client) -> None:
    Organisation.objects.create(site=factories.home().get_site())
    page = factories.service()

    def add() -> None:
        person = factories.person()
        factories.person_page(person=person)
        ServiceProvider.objects.create(page=page, person=person)

    add()
    one = queries_of(client, page.get_url())
    for _ in range(29):
        add()
    assert len(queries_of(client, page.get_url())) == len(one) <= 10


@pytest.mark.django_db
def test_the_services_index_lists_public_services_in_the_editors_order(client: Client) -> None:
    Organisation.objects.create(site=factories.home().get_site())
    factories.service(title="Zumba")
    factories.service(title="Advice")
    factories.service(live=False)
    secret = factories.service()
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    response: Any = client.get("/services/")
    assert [page.title for page in response.context_data["services"]] == ["Zumba", "Advice"]
    one = queries_of(client, "/services/")
    for _ in range(30):
        factories.service()
    assert len(queries_of(client, "/services/")) == len(one)


@pytest.mark.django_db
def test_a_plain_page_names_the_public_pages_below_it(client: Client) -> None:
    page = factories.plain_page()
    below = factories.plain_page(page)
    factories.plain_page(page, live=False)
    response: Any = client.get(page.get_url())
    assert list(response.context_data["subpages"]) == [below]


@pytest.mark.django_db
def test_a_page_that_is_not_there_offers_the_search(client: Client) -> None:
    factories.home()
    response = client.get("/nothing-here/")
    assert response.status_code == 404
    assert 'name="q"' in response.content.decode()


@pytest.mark.django_db
def test_not_found_is_answered_though_the_database_fails(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr("citewell.organisation.furniture.Furniture._read", property(fail))
    response = client.get("/nothing-here/")
    assert response.status_code == 404
    assert 'name="q"' in response.content.decode()


def test_the_error_page_needs_no_database() -> None:
    from django.http import HttpRequest
    from django.views.defaults import server_error

    response = server_error(HttpRequest())
    assert response.status_code == 500
    assert b"<h1" in response.content


@pytest.mark.django_db
@override_settings(ALLOWED_HOSTS=["*"])
@pytest.mark.parametrize(
    "address",
    ["/%00/", "/\N{PILE OF POO}/", "/..%2f..%2fetc/passwd", "/conditions/a-z/%00/",
     "/articles/topics/'%20or%201=1/", "/?page=%00", "/conditions/?page=1%00", "//x//",
     "/feeds/articles.atom?x=%ff", "/articles/authors/-1/", "/pl/", "/xx/", "/a" * 60 + "/",
     "/" + "a" * 5000 + "/", "/conditions/body-areas/%F0%9F%98%80/"],
)  # fmt: skip
def test_no_address_makes_the_site_fail(client: Client, address: str) -> None:
    factories.condition()
    factories.article()
    assert client.get(address).status_code < 500
