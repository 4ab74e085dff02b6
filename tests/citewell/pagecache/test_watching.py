"""Whatever changes what pages show begins a new generation, by whichever road it comes."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from blog.models import ArticlePage
from citewell.organisation.models import AlertBanner
from citewell.pagecache.store import Store
from citewell.people.models import Person
from home.models import PlainPage
from home.withdrawal import Withdrawal
from tests import factories

pytestmark = pytest.mark.django_db


def publish(page: Any) -> None:
    page.title = "Anew"
    page.save_revision().publish()


def upload(page: Any) -> None:
    factories.image()


ROADS: dict[str, Callable[[Any], Any]] = {
    "publish": publish,
    "unpublish": lambda page: page.unpublish(),
    "delete": lambda page: page.delete(),
    "move": lambda page: page.move(factories.plain_page(), "last-child"),
    "a restriction": lambda page: PageViewRestriction.objects.create(
        page=page, restriction_type="login"
    ),
    "a bulk update": lambda page: PlainPage.objects.filter(pk=page.pk).update(title="Anew"),
    "a bulk update of Wagtail's columns": lambda page: Page.objects.update(live=False),
    "rows made in bulk": lambda page: AlertBanner.objects.bulk_create(
        [AlertBanner(site=page.get_site(), text="Closed")]
    ),
    "rows changed in bulk": lambda page: Person.objects.bulk_update([factories.person()], ["name"]),
    "a term": lambda page: factories.topic(),
    "a many-to-many field": lambda page: ArticlePage.topics.through.objects.bulk_create(
        [ArticlePage.topics.through(articlepage=factories.article(), topic=factories.topic("Back"))]
    ),
    "an image": upload,
    "a withdrawn address": lambda page: Withdrawal.objects.create(site=page.get_site(), path="/x/"),
    "SQL by hand": lambda page: connection.cursor().execute(
        "DELETE FROM wagtailredirects_redirect"
    ),
}


@pytest.mark.parametrize("road", ROADS)
def test_what_pages_show_cannot_change_without_a_new_generation(road: str, store: Store) -> None:
    page = factories.plain_page()
    before = store.generation()
    ROADS[road](page)
    assert store.generation() != before


def test_saving_a_draft_leaves_pages_as_they_are(store: Store, client: Client) -> None:
    page = factories.plain_page()
    before = store.generation()
    page.title = "Not yet"
    page.save_revision(user=factories.user())
    assert store.generation() == before


def test_signing_in_leaves_pages_as_they_are(store: Store, client: Client) -> None:
    user = factories.superuser()
    before = store.generation()
    client.force_login(user)
    get_user_model().objects.filter(pk=user.pk).update(first_name="Ada")
    assert store.generation() == before


def test_a_rendition_made_by_a_visit_leaves_pages_as_they_are(store: Store) -> None:
    image = factories.image()
    before = store.generation()
    image.get_rendition("width-10")
    assert store.generation() == before


def test_removing_renditions_does_not(store: Store) -> None:
    image = factories.image()
    image.get_rendition("width-10")
    before = store.generation()
    image.renditions.all().delete()
    assert store.generation() != before


@pytest.mark.django_db(transaction=True)
class TestTransactions:
    """A change is told when it is there for others to see."""

    def test_a_commit_begins_a_generation_after_it(self, store: Store) -> None:
        person = factories.person()
        with transaction.atomic():
            Person.objects.filter(pk=person.pk).update(name="Anew")
            within = store.generation()
        assert store.generation() != within

    def test_a_savepoint_taken_back_does_not_hide_a_later_change(self, store: Store) -> None:
        person = factories.person()
        with transaction.atomic():
            with transaction.atomic():
                Person.objects.filter(pk=person.pk).update(name="No")
                transaction.set_rollback(True)
            Person.objects.filter(pk=person.pk).update(name="Yes")
            within = store.generation()
        assert store.generation() != within

    def test_many_writes_wait_for_one_commit(self, store: Store) -> None:
        person = factories.person()
        with transaction.atomic():
            for number in range(50):
                Person.objects.filter(pk=person.pk).update(name=str(number))
            assert len(connection.run_on_commit) == 1
