"""Withdrawn pages answer 410; maintenance answers 503 and asks no database."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site

from home.withdrawal import Withdrawal, normal_path
from tests import factories

CONDITION = "/conditions/old/"


@pytest.mark.django_db
def test_a_page_taken_down_says_why_and_where_to_go_now(client: Client) -> None:
    page = factories.condition(title="Old")
    instead = factories.condition(title="New")
    page.unpublish()
    row = Withdrawal.objects.get(path=CONDITION)
    row.reason, row.instead = "Its figures were wrong.", instead
    row.save()
    response = client.get(CONDITION)
    assert response.status_code == 410
    text = response.content.decode()
    assert "Its figures were wrong." in text
    assert instead.get_url() in text
    assert "noindex" in text


@pytest.mark.django_db
def test_a_deleted_page_is_gone_and_a_new_one_at_its_address_is_not(client: Client) -> None:
    factories.condition(title="Old").delete()
    assert client.get(CONDITION).status_code == 410
    factories.condition(title="Old").save_revision().publish()
    assert client.get(CONDITION).status_code == 200
    assert not Withdrawal.objects.exists()


@pytest.mark.django_db
def test_what_was_never_public_leaves_no_trace(client: Client) -> None:
    factories.condition(title="Draft", live=False).delete()
    secret = factories.condition(title="Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    secret.unpublish()
    assert not Withdrawal.objects.exists()
    assert client.get("/conditions/secret/").status_code == 404


@pytest.mark.django_db
def test_a_restricted_page_is_never_named_as_where_to_go(client: Client) -> None:
    page = factories.condition(title="Old")
    secret = factories.condition(title="Secret plan")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    page.unpublish()
    Withdrawal.objects.update(instead=secret)
    assert "Secret plan" not in client.get(CONDITION).content.decode()


@pytest.mark.django_db
def test_a_redirect_comes_first(client: Client) -> None:
    factories.condition(title="Old").unpublish()
    target = factories.condition(title="New")
    Redirect.objects.create(old_path=CONDITION.rstrip("/"), redirect_page=target)
    response = client.get(CONDITION)
    assert (response.status_code, response.url) == (301, target.get_url())


@pytest.mark.django_db
def test_an_address_of_another_site_is_not_gone(client: Client, settings: object) -> None:
    settings.ALLOWED_HOSTS = ["*"]  # type: ignore[attr-defined]
    factories.condition(title="Old").unpublish()
    factories.second_site()
    assert client.get(CONDITION, headers={"host": "second.example"}).status_code == 404
    assert Site.objects.count() == 2


@pytest.mark.parametrize("typed", ["old/page", "/old/page/", " /old/page?x=1 ", "/old%2Fpage/"])
def test_an_address_is_kept_in_one_form(typed: str) -> None:
    assert normal_path(typed) == "/old/page/"


@pytest.mark.django_db
def test_an_editor_may_complete_the_row(client: Client) -> None:
    factories.condition(title="Old").unpublish()
    user = factories.user()
    user.groups.add(Group.objects.get(name="Editor"))
    client.force_login(user)
    row = Withdrawal.objects.get()
    assert client.get(f"/admin/snippets/home/withdrawal/edit/{row.pk}/").status_code == 200


def test_maintenance_is_one_static_page(client: Client, settings: object, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path  # type: ignore[attr-defined]
    (tmp_path / "maintenance").touch()
    response = client.get("/conditions/")  # no database: this test has none
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert "emergency number" in response.content.decode()
