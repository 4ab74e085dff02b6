"""The first screen of the admin: my drafts."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from blog.models import ArticleIndexPage, ArticlePage
from citewell.pages.admin_home import MyDraftsPanel, drafts_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return get_user_model().objects.create_superuser("admin", "admin@clinic.example", "secret")


@pytest.fixture
def article() -> ArticlePage:
    index = Page.objects.get(depth=2).add_child(
        instance=ArticleIndexPage(title="Articles", slug="articles")
    )
    return index.add_child(instance=ArticlePage(title="Does heat help?", slug="heat"))


def test_my_drafts_are_mine_and_not_live(admin, article) -> None:
    other = get_user_model().objects.create_superuser("other", "other@clinic.example", "secret")
    article.lead = "Changed."
    article.save_revision(user=admin)
    assert [page.pk for page in drafts_of(admin)] == [article.pk]
    assert not drafts_of(other)
    article.latest_revision.publish()
    assert not drafts_of(admin)


def test_the_first_screen_shows_my_drafts(client, admin, article) -> None:
    article.save_revision(user=admin)
    client.force_login(admin)
    assert b"My drafts" in client.get(reverse("wagtailadmin_home")).content


def test_a_list_costs_the_same_queries_with_one_entry_and_with_many(rf, admin, article) -> None:
    article.save_revision(user=admin)
    request = rf.get("/")
    request.user = admin

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            html = MyDraftsPanel().render_html({"request": request})
        assert "Does heat help?" in html
        return len(captured)

    queries()
    one = queries()
    index = article.get_parent()
    for number in range(9):
        page = index.add_child(instance=ArticlePage(title=f"Draft {number}", slug=f"d{number}"))
        page.save_revision(user=admin)
    assert queries() == one
