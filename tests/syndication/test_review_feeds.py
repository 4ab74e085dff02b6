"""Feeds of what changed in reviews: public pages alone, with what readers are told."""

from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from citewell.review.models import SignOff
from citewell.review.notices import give_notice
from tests import factories
from tests.citewell.review.conftest import make_reviewer, sign_page
from tests.queries import queries_of
from tests.syndication.test_feeds import titles

pytestmark = pytest.mark.django_db
ATOM, RSS = ADDRESSES = ["/feeds/reviews.atom", "/feeds/reviews.rss"]


def signed(title: str, **fields: Any) -> Any:
    """A live page as a reviewer signed it."""
    page = factories.article(title=title, **fields)
    page.save_revision().publish()
    sign_page(page, make_reviewer())
    return page


def test_the_addresses_have_names() -> None:
    assert [reverse("reviews_feed_atom"), reverse("reviews_feed_rss")] == ADDRESSES


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_site_without_reviews_has_a_feed(client: Client, address: str) -> None:
    assert titles(client, address) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_holds_reviews_notes_and_corrections_the_newest_first(
    client: Client, address: str
) -> None:
    page = signed("Backs")
    factories.article(title="Unsigned")
    duty = factories.superuser()
    give_notice(page, duty, "Do not take more than two a day.")
    give_notice(page, duty, "It said three.", kind=SignOff.Kind.CORRECTION)
    assert titles(client, address) == [
        "Correction: Backs",
        "Interim clinical note: Backs",
        "Reviewed: Backs",
    ]
    text = client.get(address).content.decode()
    assert "Do not take more than two a day." in text
    assert page.get_full_url() in text


def test_what_is_not_public_or_no_longer_as_signed_is_not_in_it(client: Client) -> None:
    secret, gone, changed = signed("Secret"), signed("Gone"), signed("Changed")
    for page in (secret, gone):
        give_notice(page, factories.superuser(), "Told.")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    gone.unpublish()
    changed.lead = "Another."
    changed.save_revision().publish()
    client.force_login(factories.superuser())  # a feed is for everybody, whoever fetches it
    assert titles(client, ATOM) == []


def test_it_asks_as_often_for_thirty_pages_as_for_one(client: Client) -> None:
    give_notice(signed("One"), factories.superuser(), "Told.")
    one = queries_of(client, ATOM)
    reviewer = make_reviewer()
    for number in range(30):
        page = factories.article(title=f"Page {number}")
        page.save_revision().publish()
        sign_page(page, reviewer)
        give_notice(page, factories.superuser(), "Told.")
    assert len(queries_of(client, ATOM)) == len(one)
    tree = ElementTree.fromstring(client.get(RSS).content)
    assert len(tree.findall("channel/item")) == 30
