"""Wagtail's v3 API is told why a page may not be live: 409 and the reasons, by real requests."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import APIToken

from blog.models import ArticlePage
from citewell.review.models import SignOff
from citewell.review.policy import change_policy
from tests import factories
from tests.citewell.review.conftest import make_reviewer, sign_page

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.v3_urls")]

OLD, NEW = "Walk for 10 minutes.", "Walk for 20 minutes."
ABOUT = {"type": "blog.ArticlePage", "action": "publish"}
JSON = "application/json"


@pytest.fixture
def program(client: Client) -> Client:
    """A program that acts for an administrator by a token."""
    _token, secret = APIToken.create_token(user=factories.superuser(), name="A program")
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {secret}"
    return client


def page_with_draft(*signed: str) -> Any:
    """A live article under a policy that requires sign-offs, with a draft."""
    page = factories.article(lead=OLD)
    page.save_revision().publish()
    reviewer = make_reviewer()
    for lead in (OLD, NEW):
        page.lead = lead
        page.save_revision()
        if lead in signed:
            sign_page(page, reviewer)
    admin = factories.superuser()
    change_policy(factories.home(), "required", admin, reason="The board said so.")
    return ArticlePage.objects.get(pk=page.pk)


def publish(program: Client, page: Any) -> Any:
    return program.post(f"/api/v3/pages/{page.pk}/actions/publish/")


def update(program: Client, page: Any) -> Any:
    body = {"lead": NEW, "meta": ABOUT}
    return program.patch(f"/api/v3/pages/{page.pk}/", body, content_type=JSON)


ROADS: list[Callable[[Client, Any], Any]] = [publish, update]


@pytest.mark.parametrize("road", ROADS)
def test_what_nobody_signed_is_refused_with_409_and_the_reason(
    program: Client, road: Callable[[Client, Any], Any]
) -> None:
    page = page_with_draft(OLD)
    response = road(program, page)
    assert response.status_code == 409
    assert response.headers["Content-Type"] == "application/problem+json"
    assert "has to sign it again" in response.json()["detail"]
    kept = ArticlePage.objects.get(pk=page.pk)
    assert (kept.lead, kept.live) == (OLD, True)
    assert kept.get_latest_revision_as_object().lead == NEW


@pytest.mark.parametrize("road", ROADS)
def test_what_a_reviewer_signed_goes_live(
    program: Client, road: Callable[[Client, Any], Any]
) -> None:
    page = page_with_draft(OLD, NEW)
    assert road(program, page).status_code == 200
    assert ArticlePage.objects.get(pk=page.pk).lead == NEW


def test_a_new_page_is_not_published_at_once(program: Client) -> None:
    page = page_with_draft(OLD)
    parent = page.get_parent()
    body = {
        "title": "Made",
        "slug": "made",
        "lead": NEW,
        "meta": {**ABOUT, "parent_id": parent.pk},
    }
    response = program.post("/api/v3/pages/", body, content_type=JSON)
    assert response.status_code == 409
    assert "No clinical reviewer has signed it." in response.json()["detail"]
    assert not ArticlePage.objects.filter(slug="made", live=True).exists()
    body["meta"] = {"type": "blog.ArticlePage", "parent_id": parent.pk}
    assert program.post("/api/v3/pages/", body, content_type=JSON).status_code == 201
    assert not ArticlePage.objects.get(slug="made").live


def test_a_program_signs_nothing(program: Client) -> None:
    page = page_with_draft(OLD)
    signed = SignOff.objects.count()
    response = program.post(f"/admin/review/{page.pk}/sign/", {"statement": "I read it."})
    assert response.status_code in (302, 403, 404)
    assert SignOff.objects.count() == signed
