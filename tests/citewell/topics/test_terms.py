"""Topics, body areas and symptoms: one slug for each in a language."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from citewell.topics.checks import slugs_name_one_term
from citewell.topics.models import Topic
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_second_term_with_the_same_slug_is_refused_in_the_form() -> None:
    first = factories.topic("Exercise")
    first.full_clean()
    with pytest.raises(ValidationError, match="slug"):
        Topic(name="Training", slug="exercise", locale=first.locale).full_clean()


def test_another_language_or_kind_may_use_the_slug() -> None:
    factories.topic("Exercise")
    Topic(name="Exercise", slug="exercise", locale=factories.locale("pl")).full_clean()
    factories.symptom("Exercise")
    assert slugs_name_one_term(databases=["default"]) == []


def test_slugs_that_stand_twice_are_reported() -> None:
    factories.topic("Exercise")
    factories.topic("Exercise")
    messages = slugs_name_one_term(databases=["default"])
    assert [(message.id, bool(message.hint)) for message in messages] == [
        ("citewell_topics.W001", True)
    ]
    assert slugs_name_one_term(databases=None) == []


def test_a_list_of_a_doubled_slug_still_opens(client: Client) -> None:
    factories.condition_index()
    factories.symptom("Pain")
    factories.symptom("Pain")
    assert client.get("/conditions/symptoms/pain/").status_code == 200
