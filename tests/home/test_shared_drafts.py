"""Shared drafts: one version, for 14 days, until taken back, marked and never kept."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from home.shared_drafts import SharedDraft, open_link, share
from tests import factories

pytestmark = pytest.mark.django_db


def shared() -> SharedDraft:
    """A link to a draft whose live version says something else."""
    page = factories.condition(title="Live words")
    page.title = "Draft words"
    page.save_revision()
    link = share(page, factories.superuser())
    assert link is not None
    return link


def test_a_reader_without_account_sees_the_draft_marked_as_one(client: Client) -> None:
    response = client.get(shared().url)
    assert response.status_code == 200
    text = response.content.decode()
    assert "Draft words" in text
    assert "Draft, not checked." in text
    assert '<meta name="robots" content="noindex">' in text
    assert "no-store" in response.headers["Cache-Control"]
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert not response.cookies


def test_it_shows_the_version_it_was_made_for(client: Client) -> None:
    link = shared()
    page = link.revision.as_object()
    page.title = "Later words"
    page.save_revision()
    assert "Later words" not in client.get(link.url).content.decode()


@pytest.mark.parametrize("change", ["revoked", "ended", "forged", "deleted"])
def test_a_link_that_should_not_open_does_not(client: Client, change: str) -> None:
    link = shared()
    url = link.url
    if change == "revoked":
        link.revoke()
    elif change == "ended":
        assert link.ends_at < timezone.now() + timedelta(days=14, seconds=1)
        SharedDraft.objects.update(ends_at=timezone.now())
    elif change == "forged":
        url = url.replace(f"/{link.pk}:", f"/{link.pk + 1}:")
    else:
        link.page.delete()
    response = client.get(url)
    assert response.status_code == 410
    assert "Draft words" not in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("signed", ["", "1", "x:y", "1:", "\x00"])
def test_no_address_is_taken_for_a_link(signed: str) -> None:
    assert open_link(signed) is None


def test_an_editor_makes_and_takes_back_a_link(client: Client) -> None:
    page = factories.condition()
    page.save_revision()
    client.force_login(factories.superuser())
    address = f"/admin/shared-drafts/{page.pk}/"
    client.post(address)
    link = SharedDraft.objects.get()
    shown: Any = client.get(address)
    assert link.url in shown.content.decode()
    assert "Share a draft" in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    client.post(address, {"revoke": link.pk})
    assert open_link(link.url.split("/")[2]) is None


def test_who_may_not_edit_may_not_share(client: Client) -> None:
    page = factories.condition()
    page.save_revision()
    user = factories.user()
    client.force_login(user)
    response = client.post(f"/admin/shared-drafts/{page.pk}/")
    assert response.status_code in {302, 403}
    assert not SharedDraft.objects.exists()


def test_a_page_without_a_saved_version_has_nothing_to_share() -> None:
    assert share(factories.condition(), None) is None
