"""A condition page says when to get help, the most urgent first."""

import pytest
from django.urls import reverse

from blog.models import ArticlePage
from conditions.aspects import ASPECTS
from conditions.findings import empty_aspect, when_to_get_help
from conditions.models import ConditionPage
from tests import factories

pytestmark = pytest.mark.django_db  # a page asks for its content type when it is made


def messages(*urgencies):
    """What is found on a page with care cards of these urgencies."""
    cards = [("care_card", {"urgency": urgency, "heading": "Go"}) for urgency in urgencies]
    return [finding.message for finding in when_to_get_help(ConditionPage(when_to_get_help=cards))]


def test_a_condition_without_care_cards_is_found():
    assert messages() == ["The page does not say when to get help."]


@pytest.mark.parametrize(
    "urgencies", [["emergency"], ["emergency", "urgent", "routine"], ["urgent", "urgent"]]
)
def test_care_cards_in_order_are_fine(urgencies):
    assert messages(*urgencies) == []


@pytest.mark.parametrize("urgencies", [["urgent", "emergency"], ["routine", "urgent"]])
def test_the_less_urgent_before_the_more_urgent_is_found(urgencies):
    assert len(messages(*urgencies)) == 1


def test_other_pages_need_none():
    assert list(when_to_get_help(ArticlePage())) == []


def test_an_aspect_that_says_nothing_is_found_and_not_shown():
    page = ConditionPage(
        aspects=[("overview", []), ("causes", [("rich_text", "<p>Nobody knows.</p>")])]
    )
    assert [finding.message for finding in empty_aspect(page)] == ["“Overview” says nothing yet."]
    assert [part.block_type for part in page.aspects_in_order()] == ["causes"]
    assert list(empty_aspect(ArticlePage())) == []


def test_a_new_page_begins_with_the_aspects_every_condition_needs(client):
    client.force_login(factories.superuser())
    index = factories.condition_index()
    address = reverse("wagtailadmin_pages:add", args=["conditions", "conditionpage", index.pk])
    form = client.get(address).context["form"]
    begun = [child.block_type for child in form["aspects"].value()]
    assert begun == [aspect.name for aspect in ASPECTS if aspect.is_needed]
    assert "outlook" in begun
    assert "prevention" not in begun
    page = factories.condition()
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    assert list(form["aspects"].value()) == []
