"""A fresh token is for who is signed in to the admin."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


def test_nobody_else_is_given_one(client: Client) -> None:
    assert client.get(reverse("fresh_token")).status_code == 302


def test_it_is_one_that_the_site_takes() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(factories.superuser())
    answer = client.get(reverse("fresh_token"))
    assert "no-store" in answer["Cache-Control"]
    page = factories.article()
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    assert client.post(url, {"csrfmiddlewaretoken": "old" * 20}).status_code == 403
    assert client.post(url, {"csrfmiddlewaretoken": answer.json()["token"]}).status_code == 302
