"""Articles and their index."""

import datetime
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from blog.models import RelatedReading
from citewell.organisation.models import MainLink, Navigation, Organisation
from tests import factories
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def shown(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200
    return response.context_data  # type: ignore[attr-defined]


def titles(pages: Any) -> list[str]:
    return [page.title for page in pages]


def test_the_index_lists_the_newest_first_by_the_editors_date_else_the_first_publication(
    client: Client,
) -> None:
    factories.article(title="Today")
    factories.article(title="Old", published_on=datetime.date(2020, 1, 1))
    factories.article(title="Future", published_on=datetime.date(2999, 1, 1))
    factories.article(title="Draft", live=False)
    assert titles(shown(client, "/articles/")["page_obj"]) == ["Future", "Today", "Old"]


def test_an_article_without_a_date_shows_the_day_it_first_went_live() -> None:
    page = factories.article()
    assert page.published_on is None
    assert page.shown_date == page.first_published_at.date()
    page.published_on = datetime.date(2020, 1, 1)
    assert page.shown_date == datetime.date(2020, 1, 1)
    assert factories.article(live=False).shown_date is None


def test_articles_are_listed_by_topic_author_and_year(client: Client) -> None:
    topic, author = factories.topic("Exercise"), factories.person(name="Ada")
    factories.article(
        title="Found", topics=[topic], authors=[author], published_on=datetime.date(2020, 5, 5)
    )
    factories.article(title="Other", published_on=datetime.date(2021, 5, 5))
    context = shown(client, "/articles/")
    choices = [context["topics"], context["authors"], context["years"]]
    assert [[(row.name, row.count) for row in rows] for rows in choices] == [
        [("Exercise", 1)],
        [("Ada", 1)],
        [("2021", 1), ("2020", 1)],
    ]
    for row in (context["topics"][0], context["authors"][0], context["years"][1]):
        chosen = shown(client, row.url)
        assert titles(chosen["page_obj"]) == ["Found"]
        assert chosen["view_title"] == row.name


@pytest.mark.parametrize(
    "address",
    ["topics/nothing/", "authors/99/", "years/1990/", "years/0/", "years/99999/",
     "authors/99999999999999999999/", "nothing/"],
)  # fmt: skip
def test_a_choice_without_articles_is_not_found(client: Client, address: str) -> None:
    factories.article()
    assert client.get(f"/articles/{address}").status_code == 404


def test_an_article_of_two_topics_is_listed_once(client: Client) -> None:
    topics = [factories.topic("One"), factories.topic("Two")]
    author = factories.person()
    factories.article(title="Found", topics=topics, authors=[author, author])
    assert titles(shown(client, "/articles/topics/one/")["page_obj"]) == ["Found"]
    assert titles(shown(client, f"/articles/authors/{author.pk}/")["page_obj"]) == ["Found"]


def test_drafts_and_restricted_articles_count_for_no_topic(client: Client) -> None:
    topic = factories.topic("Exercise")
    factories.article(topics=[topic], live=False)
    secret = factories.article(topics=[topic])
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    assert shown(client, "/articles/")["topics"] == []


def test_authors_are_named_in_order_with_their_public_profiles(client: Client) -> None:
    first, second = factories.person(name="Zoe"), factories.person(name="Ada")
    profile = factories.person_page(person=first)
    factories.person_page(person=second, live=False)
    page = factories.article(authors=[first, second])
    rows = shown(client, page.get_url())["authors"]
    assert [(row.person.name, row.person.profile_url) for row in rows] == [
        ("Zoe", profile.get_url()),
        ("Ada", ""),
    ]


def test_conditions_it_is_about_are_shown_if_public(client: Client) -> None:
    conditions = [factories.condition(title=title) for title in ("Sciatica", "Asthma")]
    draft = factories.condition(live=False)
    page = factories.article(conditions=[*conditions, draft])
    assert titles(shown(client, page.get_url())["conditions"]) == ["Asthma", "Sciatica"]


def test_related_reading_is_the_editors_choice_in_order(client: Client) -> None:
    targets = [
        factories.article(title="Zebra"),
        factories.condition(title="Asthma", summary="A short breath."),
        factories.article(title="Draft", live=False),
    ]
    topic = factories.topic()
    factories.article(title="Alike", topics=[topic])
    page = factories.article(topics=[topic])
    for order, target in enumerate(targets):
        RelatedReading.objects.create(page=page, target=target, sort_order=order)
    related = shown(client, page.get_url())["related_pages"]
    assert [(found.shown_title, found.shown_summary) for found in related] == [
        ("Zebra", "The lead."),
        ("Asthma", "A short breath."),
    ]


def test_without_a_choice_articles_about_the_same_condition_come_before_the_same_topic(
    client: Client,
) -> None:
    topic, condition = factories.topic(), factories.condition()
    factories.article(title="Same condition", conditions=[condition], topics=[topic])
    factories.article(title="Same topic", topics=[topic])
    factories.article(title="Neither")
    page = factories.article(topics=[topic], conditions=[condition])
    assert titles(shown(client, page.get_url())["related_pages"]) == [
        "Same condition",
        "Same topic",
    ]


def test_an_article_about_nothing_has_nothing_related(client: Client) -> None:
    factories.article()
    assert shown(client, factories.article().get_url())["related_pages"] == []


@pytest.mark.parametrize("entries", [1, 30])
@pytest.mark.parametrize("choose", [True, False])
def test_an_article_costs_at_most_ten_queries_whatever_hangs_on_it(
    client: Client, entries: int, choose: bool
) -> None:
    home = factories.home()
    Organisation.objects.create(site=home.get_site())
    setting = Navigation.for_site(home.get_site())
    setting.main_links = [MainLink(page=home)]
    setting.save()
    people = [factories.person() for _ in range(entries)]
    for person in people:
        factories.person_page(person=person)
    topics = [factories.topic() for _ in range(entries)]
    conditions = [factories.condition() for _ in range(entries)]
    others = [factories.article(topics=topics[:1]) for _ in range(entries)]
    page = factories.article(authors=people, topics=topics, conditions=conditions)
    for target in others if choose else []:
        RelatedReading.objects.create(page=page, target=target)
    queries = queries_of(client, page.get_url())
    assert len(queries) == (7 if choose else 8), "\n".join(queries)


def test_the_index_costs_the_same_queries_for_one_and_thirty_articles(client: Client) -> None:
    Organisation.objects.create(site=factories.home().get_site())

    def add() -> None:
        factories.article(authors=[factories.person()], topics=[factories.topic()])

    add()
    one = queries_of(client, "/articles/")
    for _ in range(29):
        add()
    thirty = queries_of(client, "/articles/")
    assert len(thirty) == len(one) <= 10, "\n".join(thirty)
