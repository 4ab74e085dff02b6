"""Changing a section's policy in the admin."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import Client, RequestFactory
from django.urls import reverse

from citewell.review.models import SignOffPolicy
from citewell.review.policy_views import warn_of_unsigned
from tests import factories

pytestmark = pytest.mark.django_db


def answer(client: Client, role: str, **fields: object) -> object:
    user = factories.user()
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    url = reverse("review_policy")
    return client.post(url, fields) if fields else client.get(url)


def test_an_administrator_tightens_and_reads_what_is_left_unsigned(client: Client) -> None:
    page = factories.article(title="Unsigned words")
    given = {"section": factories.home().pk, "mode": "required", "reason": "The board said so."}
    for _time in range(2):
        response = answer(client, "Administrator", **given)
        assert "Unsigned words" in response.content.decode()
    assert SignOffPolicy.mode_of(page) == "required"


def test_without_a_reason_nothing_changes(client: Client) -> None:
    factories.article()
    given = {"section": factories.home().pk, "mode": "required", "reason": ""}
    assert answer(client, "Administrator", **given).status_code == 200
    assert not SignOffPolicy.objects.exists()


@pytest.mark.parametrize(
    ("role", "allowed"),
    [("Publisher", False), ("Clinical reviewer", False), ("Administrator", True)],
)
def test_the_page_is_for_administrators(client: Client, role: str, allowed: bool) -> None:
    assert (answer(client, role).status_code == 200) is allowed


@pytest.mark.parametrize("kind", ["article", "plain_page"])
def test_where_the_policy_warns_the_editor_is_told(kind: str) -> None:
    request = RequestFactory().get("/")
    request.session = {}
    request._messages = FallbackStorage(request)
    warn_of_unsigned(request, getattr(factories, kind)())
    assert len(list(get_messages(request))) == (kind == "article")
