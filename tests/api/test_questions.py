"""Filters find by type, topic and condition; a wrong question is a sentence."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories
from tests.effort import examples

pytestmark = pytest.mark.django_db
PAGES = "/api/v2/pages/"


def titles(client: Client, query: str) -> set[str]:
    response = client.get(f"{PAGES}{query}")
    assert response.status_code == 200, response.content
    return {item["title"] for item in response.json()["items"]}


class TestFilters:
    """By what a page is about."""

    def test_by_topic(self, client: Client) -> None:
        factories.article(title="Walking", topics=[factories.topic("Exercise")])
        factories.article(title="Sleep", topics=[factories.topic("Rest")])
        assert titles(client, "?topic=exercise") == {"Walking"}
        assert titles(client, "?topic=exercise&type=blog.ArticlePage") == {"Walking"}
        assert titles(client, "?topic=exercise&type=conditions.ConditionPage") == set()

    def test_by_condition(self, client: Client) -> None:
        factories.article(title="Heat", conditions=[factories.condition(title="Sciatica")])
        factories.article(title="Cold", conditions=[factories.condition(title="Migraine")])
        assert titles(client, "?condition=sciatica") == {"Heat"}

    def test_by_topic_and_condition_both_must_hold(self, client: Client) -> None:
        condition, topic = factories.condition(title="Sciatica"), factories.topic("Exercise")
        factories.article(title="Both", conditions=[condition], topics=[topic])
        factories.article(title="One", conditions=[condition])
        assert titles(client, "?condition=sciatica&topic=exercise") == {"Both"}

    def test_by_body_area_and_symptom(self, client: Client) -> None:
        page = factories.condition(title="Sciatica")
        page.body_areas, page.symptoms = [factories.body_area("Leg")], [factories.symptom("Pain")]
        page.save()
        factories.condition(title="Migraine")
        assert titles(client, "?body_area=leg") == {"Sciatica"}
        assert titles(client, "?symptom=pain") == {"Sciatica"}

    def test_a_page_of_two_topics_of_one_slug_stands_once(self, client: Client) -> None:
        polish = factories.topic("Exercise", locale=factories.locale("pl"))
        factories.article(title="Walking", topics=[factories.topic("Exercise"), polish])
        response = client.get(f"{PAGES}?topic=exercise").json()
        assert response["meta"]["total_count"] == 1


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("?topic=none", "topic"),
        ("?condition=none", "condition"),
        ("?locale=xx", "language"),
        ("?limit=-1", "limit"),
        ("?offset=99999999999999999999999", "too large"),
        ("find/?id=99999999999999999999999", "too large"),
        ("?type=blog.ArticlePage&published_on=never", "parameter"),
        ("?type=blog.ArticlePage&body=x", "body"),
        ("?type=blog.ArticlePage&topics=x", "topics"),
        ("?order=-body", "body"),
        ("?title=%00", "null"),
        ("?fields=" + "a(" * 3000, "characters"),
        ("?fields=" + "a(" * 20, "brackets"),
        ("find/?id=x", "parameter"),
        ("?unknown=1", "unknown"),
    ],
)
def test_a_wrong_question_is_a_sentence(client: Client, query: str, word: str) -> None:
    factories.article()
    response = client.get(f"{PAGES}{query}")
    assert response.status_code == 400
    assert word in response.json()["message"]


NAMES = st.sampled_from(
    [
        *("limit", "offset", "fields", "order", "type", "child_of", "ancestor_of"),
        *("descendant_of", "translation_of", "locale", "site", "search", "rich_text_format"),
        *("id", "title", "topic", "condition", "body_area", "symptom", "format", "html_path"),
        *("published_on", "first_published_at", "external_id", "alias_of", "slug"),
    ]
)
WORDS = [
    *("root", "*", "_", "-1", "true", "conditions.ConditionPage", "blog.ArticlePage,home.HomePage"),
    *("blog.", ".", "random", "*,-title", "authors(person(name))", "-title", "title,title"),
    *("db_html", "json", "en-gb", "localhost"),
]
VALUES = st.one_of(st.text(max_size=20), st.integers().map(str), st.sampled_from(WORDS))


@settings(
    max_examples=examples(60),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(question=st.dictionaries(NAMES, VALUES, max_size=3), place=st.sampled_from(["", "find/"]))
@pytest.mark.parametrize("kind", ["pages", "images", "documents"])
def test_no_question_is_a_failure(
    client: Client, kind: str, question: dict[str, str], place: str
) -> None:
    response = client.get(f"/api/v2/{kind}/{place}", question)
    assert response.status_code in {200, 302, 400, 404, 406}
    if response.status_code == 400:
        assert response.json()["message"]
