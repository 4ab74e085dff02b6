"""What the pages of articles and conditions carry of their review."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from blog.models import ArticlePage, ArticleReviewer
from citewell.review.models import ReviewState
from citewell.review.notices import end_note, give_notice
from citewell.review.signing import withdraw
from tests import factories
from tests.citewell.review.conftest import make_reviewer, sign_page
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def state_of(page: Any) -> str:
    return ReviewState.objects.get(page=page.pk).state


def test_publishing_another_text_and_the_signed_one_again_moves_the_state(reviewer: Any) -> None:
    page = factories.article()
    signed = page.save_revision()
    sign_page(page, reviewer)
    page.lead = "Another text."
    page.save_revision().publish()
    assert state_of(page) == "changed"
    signed.publish()
    assert state_of(page) == "reviewed"


def test_an_alias_shows_its_originals_sign_off_in_any_language(reviewer: Any) -> None:
    page = factories.article()
    alias = page.copy_for_translation(factories.locale("pl"), copy_parents=True, alias=True)
    sign_page(page, reviewer)
    assert state_of(alias) == "reviewed"


def test_an_editor_does_not_lower_the_risk(reviewer: Any) -> None:
    page = factories.article(risk_level="high")
    page.save_revision()
    page.risk_level = "routine"
    with pytest.raises(ValidationError, match="two reviewers"):
        page.full_clean()
    sign_page(page, reviewer)
    with pytest.raises(ValidationError, match="two reviewers"):
        page.full_clean()
    sign_page(page, make_reviewer())
    page.full_clean()


def test_a_risk_that_only_a_draft_raised_is_not_lowered_either() -> None:
    page = factories.article()
    page.risk_level = "high"
    page.save_revision()
    stored = ArticlePage.objects.get(pk=page.pk)
    with pytest.raises(ValidationError, match="two reviewers"):
        stored.full_clean()


def test_who_withdraws_a_high_risk_does_not_lower_it(reviewer: Any) -> None:
    page = factories.article(live=False)
    withdraw(sign_page(page, reviewer, risk="high"), reviewer, reason="Mistaken.")
    sign_page(page, reviewer)
    assert ReviewState.objects.get(page=page.pk).risk == "high"
    assert state_of(page) == "changed"


def test_who_is_asked_to_review_is_no_author(reviewer: Any) -> None:
    page = factories.article()
    ArticleReviewer.objects.create(page=page, person=factories.person(user=reviewer))
    assert sign_page(page, reviewer)


def test_the_api_gives_the_state_without_a_query_a_page(reviewer: Any, client: Client) -> None:
    url = "/api/v2/pages/?type=blog.ArticlePage&fields=review&limit=20"
    page = factories.article()
    sign_page(page, reviewer)
    found = client.get(url).json()["items"][0]["review"]
    assert found["state"] == "reviewed"
    assert found["reviewed_on"] < found["next_review_due"]
    one = queries_of(client, url)
    for _number in range(5):
        factories.article()
    many = queries_of(client, url)
    answer = client.get(url).json()
    assert {item["review"]["state"] for item in answer["items"]} == {"reviewed", "never"}
    assert len(many) == len(one)


def test_a_signed_page_costs_no_query_more_one_signed_by_two_or_with_a_note_costs_one(
    reviewer: Any, client: Client
) -> None:
    page = factories.condition()
    before = queries_of(client, page.url)
    sign_page(page, reviewer)
    assert len(queries_of(client, page.url)) == len(before)
    sign_page(page, make_reviewer())
    assert len(queries_of(client, page.url)) == len(before) + 1
    other = factories.condition()
    sign_page(other, reviewer)
    note = give_notice(other, factories.superuser(), "Wait for the new advice.")
    assert len(queries_of(client, other.url)) == len(before) + 1
    end_note(other, factories.superuser(), note, "It came.")
    assert len(queries_of(client, other.url)) == len(before)


def test_search_names_the_day_only_while_what_is_live_is_signed(reviewer: Any) -> None:
    page = factories.article()
    sign_page(page, reviewer)
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.search_reviewed() == page.review.reviewed_on.isoformat()
    page.lead = "Another text."
    page.save()
    assert ArticlePage.objects.get(pk=page.pk).search_reviewed() == ""
