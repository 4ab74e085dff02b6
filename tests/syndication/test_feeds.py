"""Feeds: public articles of a site and language, with absolute addresses."""

import datetime
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from citewell.organisation.models import Organisation
from tests import factories
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESSES = ["/feeds/articles.atom", "/feeds/articles.rss"]


def titles(client: Client, address: str = "/feeds/articles.atom", host: str = "") -> list[str]:
    response = client.get(address, headers={"host": host} if host else {})
    assert response.status_code == 200
    tree = ElementTree.fromstring(response.content)
    path = f"{ATOM}entry/{ATOM}title" if address.endswith("atom") else "channel/item/title"
    return [element.text or "" for element in tree.findall(path)]


def test_the_addresses_have_names() -> None:
    assert [reverse("articles_feed_atom"), reverse("articles_feed_rss")] == ADDRESSES


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_feed_holds_public_articles_the_newest_first(client: Client, address: str) -> None:
    factories.article(title="Old", published_on=datetime.date(2020, 1, 1))
    factories.article(title="New")
    factories.article(title="Draft", live=False)
    secret = factories.article(title="Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    client.force_login(factories.superuser())  # a feed is for everybody, whoever fetches it
    assert titles(client, address) == ["New", "Old"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_feed_without_articles_is_a_feed(client: Client, address: str) -> None:
    assert titles(client, address) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_are_absolute_and_of_the_site(client: Client, address: str) -> None:
    page = factories.article(title="One", authors=[factories.person(name="Ada")])
    text = client.get(address).content.decode()
    assert page.get_full_url() in text
    assert page.get_full_url().startswith("http")
    assert "testserver" not in text
    assert "Ada" in text


def test_a_language_and_a_site_have_their_own_feed(client: Client, settings: object) -> None:
    settings.ALLOWED_HOSTS = ["*"]  # type: ignore[attr-defined]
    index = factories.article_index()
    factories.article(title="English")
    polish = index.copy_for_translation(factories.locale("pl"), copy_parents=True)
    factories.article(polish, title="Po polsku")
    other = factories.article_index(factories.second_site().root_page)
    factories.article(other, title="Elsewhere")
    assert titles(client) == ["English"]
    assert titles(client, "/pl/feeds/articles.atom") == ["Po polsku"]
    assert titles(client, host="second.example") == ["Elsewhere"]


def test_signs_that_xml_cannot_hold_are_left_out(client: Client) -> None:
    factories.article(title="A\x0bB & <C>", slug="abc", lead="\x01\x1f]]>")
    assert titles(client) == ["AB & <C>"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_feed_that_did_not_change_is_not_sent_again(client: Client, address: str) -> None:
    page = factories.article()
    version = client.get(address).headers["ETag"]
    assert client.get(address, headers={"if-none-match": version}).status_code == 304
    page.title = "New title"
    page.save_revision().publish()
    assert client.get(address, headers={"if-none-match": version}).status_code == 200
    page.refresh_from_db()
    version = client.get(address).headers["ETag"]
    page.unpublish()
    assert client.get(address, headers={"if-none-match": version}).status_code == 200


def test_one_and_thirty_articles_cost_the_same_queries(client: Client) -> None:
    Organisation.objects.create(site=factories.home().get_site())
    factories.article(authors=[factories.person()])
    one = queries_of(client, "/feeds/articles.atom")
    for _ in range(29):
        factories.article(authors=[factories.person()])
    assert len(queries_of(client, "/feeds/articles.atom")) == len(one) <= 8


def test_a_feed_ends_after_thirty(client: Client) -> None:
    for number in range(31):
        factories.article(title=f"Article {number}")
    assert len(titles(client)) == 30
