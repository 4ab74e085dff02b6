"""People, their profiles and what they are named on."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from citewell.organisation.models import Organisation
from home.models import ServiceProvider
from tests import factories
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def contributions(client: Client, page: Any) -> list[tuple[str, list[str]]]:
    response: Any = client.get(page.get_url())
    return [
        (str(found.heading), [named.title for named in found.pages])
        for found in response.context_data["contributions"]
    ]


def test_a_profile_lists_what_names_the_person_by_kind(client: Client) -> None:
    person = factories.person()
    page = factories.person_page(person=person)
    factories.article(title="Old", authors=[person])
    factories.article(title="New", authors=[person, person])
    factories.article(title="Draft", authors=[person], live=False)
    factories.article(title="Other", authors=[factories.person()])
    secret = factories.article(title="Secret", authors=[person])
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    service = factories.service(title="Massage")
    ServiceProvider.objects.create(page=service, person=person)
    assert contributions(client, page) == [("Articles", ["New", "Old"]), ("Services", ["Massage"])]


def test_a_person_named_nowhere_has_a_profile(client: Client) -> None:
    assert contributions(client, factories.person_page()) == []


def test_a_profile_costs_the_same_queries_for_one_and_thirty_articles(client: Client) -> None:
    Organisation.objects.create(site=factories.home().get_site())
    person = factories.person()
    page = factories.person_page(person=person)
    factories.article(authors=[person])
    one = queries_of(client, page.get_url())
    for _ in range(29):
        factories.article(authors=[person])
    assert len(queries_of(client, page.get_url())) == len(one) <= 8


def test_the_index_lists_public_profiles_in_the_editors_order(client: Client) -> None:
    Organisation.objects.create(site=factories.home().get_site())
    factories.person_page(person=factories.person(name="Zoe"))
    factories.person_page(person=factories.person(name="Ada"))
    factories.person_page(live=False)
    secret = factories.person_page()
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    response: Any = client.get("/people/")
    assert [page.person.name for page in response.context_data["profiles"]] == ["Zoe", "Ada"]
    one = queries_of(client, "/people/")
    for _ in range(30):
        factories.person_page()
    assert len(queries_of(client, "/people/")) == len(one) <= 8


def test_a_person_is_called_by_name_and_credentials() -> None:
    assert str(factories.person(name="Ada Lovelace", credentials="PhD")) == "Ada Lovelace, PhD"
    assert str(factories.person(name="Ada Lovelace")) == "Ada Lovelace"


def test_a_profile_says_what_the_person_is_in_json_ld(client: Client) -> None:
    person = factories.person(name="Ada", role="Physiotherapist", credentials="MSc")
    response = client.get(factories.person_page(person=person).get_url())
    text = response.content.decode()
    [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    [said] = [node for node in json.loads(script)["@graph"] if node["@type"] == "Person"]
    assert said["jobTitle"] == "Physiotherapist"
    assert said["honorificSuffix"] == "MSc"
