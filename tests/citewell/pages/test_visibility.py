"""Lists name only what a visitor may open."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from citewell.pages.visibility import public_pages
from home.models import PlainPage
from tests import factories

pytestmark = pytest.mark.django_db


def visitor(user: Any = None) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = user or AnonymousUser()
    request.session = SessionStore()
    return request


def seen(request: HttpRequest | None) -> set[str]:
    return {page.title for page in public_pages(PlainPage.objects.all(), request)}


def restrict(page: Page, kind: str, **fields: Any) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, **fields)


def test_drafts_and_expired_pages_are_left_out() -> None:
    now = timezone.now()
    factories.plain_page(title="Live")
    factories.plain_page(title="Soon over", expire_at=now + timedelta(hours=1))
    factories.plain_page(title="Over", expire_at=now - timedelta(seconds=1))
    factories.plain_page(title="Draft", live=False)
    assert seen(visitor()) == {"Live", "Soon over"}


def test_a_scheduled_page_is_left_out_until_it_is_published() -> None:
    page = factories.plain_page(title="Later", live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    assert seen(visitor()) == set()


def test_a_section_for_those_who_signed_in_is_listed_to_them_alone() -> None:
    section = factories.plain_page(title="Members")
    factories.plain_page(section, title="Below")
    factories.plain_page(title="Open")
    restrict(section, "login")
    assert seen(visitor()) == {"Open"}
    assert seen(visitor(factories.user())) == {"Members", "Below", "Open"}


def test_a_section_of_a_group_is_listed_to_its_members_alone() -> None:
    section = factories.plain_page(title="Board")
    group = Group.objects.create(name="Board")
    restrict(section, "groups").groups.add(group)
    member = factories.user()
    member.groups.add(group)
    assert seen(visitor(factories.user())) == set()
    assert seen(visitor(member)) == {"Board"}


def test_a_section_with_a_password_is_listed_once_it_was_given() -> None:
    restriction = restrict(factories.plain_page(title="Shared"), "password", password="x")
    request = visitor()
    assert seen(request) == set()
    again = visitor()
    restriction.mark_as_passed(again)
    assert seen(again) == {"Shared"}


def test_an_alias_is_as_restricted_as_the_page_it_copies() -> None:
    section = factories.plain_page(title="Members")
    restrict(section, "login")
    section.create_alias(parent=factories.home(), update_slug="copy")
    assert seen(visitor()) == set()


def test_without_session_or_account_every_restriction_holds() -> None:
    restrict(factories.plain_page(title="Members"), "login")
    factories.plain_page(title="Open")
    assert seen(None) == {"Open"}
    assert seen(RequestFactory().get("/")) == {"Open"}


def test_many_lists_of_a_request_ask_for_restrictions_once(
    django_assert_num_queries: Callable[..., Any],
) -> None:
    factories.plain_page()
    request = visitor()
    with django_assert_num_queries(4):
        for _ in range(3):
            list(public_pages(PlainPage.objects.all(), request))
