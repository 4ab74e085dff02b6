"""What somebody signed in sends is written whole or not at all."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.views.generic.preview import PreviewOnEdit
from wagtail.test.utils.form_data import querydict_from_html

from blog.models import ArticlePage
from operations.transactions import whole_request
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(factories.superuser())
    client.raise_request_exception = False
    return client


def form_of(admin: Client, page: Any) -> tuple[str, Any]:
    """The edit form of a page as a browser would send it, with another title."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(admin.get(url).content.decode(), form_id="page-edit-form")
    data["references-count"] = data["body-count"] = "0"
    data["title"] = "Half done"
    data["action-publish"] = "1"
    return url, data


def stopped_by(error: Exception) -> Callable[..., None]:
    """A hook that ends a view after all its writing."""

    def after_edit_page(request: HttpRequest, page: Any) -> None:
        assert ArticlePage.objects.get(pk=page.pk).title == "Half done"
        raise error

    return after_edit_page


@pytest.mark.parametrize(
    ("error", "status"),
    [(PermissionDenied(), 302), (RuntimeError("power"), 500), (Http404(), 404)],
)
def test_nothing_stays_of_a_publish_that_was_stopped_after_writing(
    admin: Client, error: Exception, status: int
) -> None:
    page = factories.article(title="Before")
    page.save_revision().publish()
    url, data = form_of(admin, page)
    with hooks.register_temporarily("after_edit_page", stopped_by(error)):
        assert admin.post(url, data).status_code == status
    now = ArticlePage.objects.get(pk=page.pk)
    assert (now.title, now.revisions.count()) == ("Before", 1)
    assert now.get_latest_revision_as_object().title == "Before"


def test_a_publish_that_nothing_stops_is_written(admin: Client) -> None:
    page = factories.article(title="Before")
    url, data = form_of(admin, page)
    assert admin.post(url, data).status_code == 302
    assert ArticlePage.objects.get(pk=page.pk).title == "Half done"


def depth() -> int:
    """How many transactions and savepoints are open."""
    return len(connection.atomic_blocks)


def ask(view: Callable[..., HttpResponse], method: str, user: Any, **headers: str) -> HttpResponse:
    request = RequestFactory().generic(method, "/", **headers)
    request.user = user
    return whole_request(view)(request)


def seen(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(depth()))


def test_reading_has_no_transaction() -> None:
    assert ask(seen, "GET", factories.superuser()).content == str(depth()).encode()


def test_writing_has_one() -> None:
    assert ask(seen, "POST", factories.superuser()).content == str(depth() + 1).encode()


def test_what_is_noted_of_somebody_not_signed_in_stays_though_refused() -> None:
    from django.contrib.auth.models import AnonymousUser

    assert ask(seen, "POST", AnonymousUser()).content == str(depth()).encode()


def test_a_token_is_somebody_signed_in() -> None:
    from django.contrib.auth.models import AnonymousUser

    answer = ask(seen, "POST", AnonymousUser(), HTTP_AUTHORIZATION="Bearer x")
    assert answer.content == str(depth() + 1).encode()


def test_a_view_that_asks_for_none_has_none() -> None:
    marked = transaction.non_atomic_requests(lambda request: seen(request))
    assert ask(marked, "POST", factories.superuser()).content == str(depth()).encode()


def test_a_preview_does_not_hold_writers_up() -> None:
    view = PreviewOnEdit.as_view()
    assert whole_request(view) is view
