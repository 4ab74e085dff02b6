"""Judged queries: asked anew with each change, a page that fell is told."""

import pytest
from django.test import Client

from search import judging
from search.judged import JudgedQuery

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """No pause of an earlier test holds judging up."""
    monkeypatch.setattr(judging, "_next", 0.0)


def test_a_page_that_falls_is_told_on_the_list_and_the_first_screen(
    admin_client: Client, stocked, django_capture_on_commit_callbacks
):
    page = stocked.condition("Gout", "Sudden pain of a big toe.")
    with django_capture_on_commit_callbacks(execute=True):
        JudgedQuery.objects.create(words="gout", page=page)
    judged = JudgedQuery.objects.get()
    assert (judged.place, judged.best, judged.fell) == (1, 1, False)
    assert "got worse" not in admin_client.get("/admin/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        page.title = "Ingrown nail"
        page.summary = "Of a toe."
        page.slug = "nails"
        page.save_revision().publish()
    judged.refresh_from_db()
    assert judged.fell
    assert "got worse" in admin_client.get("/admin/").content.decode()
    listed = admin_client.get("/admin/snippets/search/judgedquery/").content.decode()
    assert "Fell: look at it" in listed


def test_judging_that_fails_disturbs_no_publishing(
    stocked, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    JudgedQuery.objects.create(words="migraine", page=stocked.condition("Gout"))

    def fail(*more):
        raise ValueError("migraine")

    monkeypatch.setattr(judging, "judge", fail)
    with django_capture_on_commit_callbacks(execute=True):
        stocked.condition("Tinnitus")
    assert "ValueError" in caplog.text
    assert "migraine" not in caplog.text


def test_a_page_outside_every_site_is_not_found_and_breaks_nothing(stocked):
    from wagtail.models import Page

    lost = Page.get_first_root_node().add_child(instance=Page(title="Lost", slug="lost"))
    JudgedQuery.objects.create(words="lost", page=lost)
    assert judging.judge() == 0
