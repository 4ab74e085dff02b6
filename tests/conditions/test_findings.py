"""A condition page says when to get help, the most urgent first."""

import pytest

from blog.models import ArticlePage
from conditions.findings import when_to_get_help
from conditions.models import ConditionPage

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
