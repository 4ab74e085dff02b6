"""The side panel lists the findings of a page, each with a link to its place."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    client.force_login(factories.superuser())
    return client


def test_each_finding_links_to_its_block(admin):
    page = factories.article(body=[("heading", {"text": "Too deep", "level": "4"})])
    page.save_revision()
    html = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    block = page.body[0]
    assert 'data-side-panel="findings"' in html
    assert f'href="#:w:contentpath=body.{block.id}"' in html
    assert "The heading “Too deep” skips a level." in html


def test_a_new_page_has_the_panel_too(admin):
    index = factories.condition_index()
    url = reverse("wagtailadmin_pages:add", args=["conditions", "conditionpage", index.pk])
    html = admin.get(url).content.decode()
    assert 'href="#:w:contentpath=when_to_get_help"' in html


def test_a_page_without_findings_says_so(admin):
    page = factories.plain_page()
    html = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Nothing found." in html


def test_the_report_lists_pages_with_their_findings_and_exports_them(admin):
    page = factories.condition(title="Sciatica")
    page.save_revision()
    html = admin.get(reverse("findings_report")).content.decode()
    assert "Sciatica" in html
    assert "The page does not say when to get help." in html
    export = admin.get(reverse("findings_report"), {"export": "csv"})
    assert "The page does not say when to get help." in export.getvalue().decode()
    results = admin.get(reverse("findings_report_results"), {"live": "false"})
    assert "Sciatica" not in results.content.decode()


def test_the_report_is_for_those_who_may_edit(client):
    client.force_login(factories.user())
    assert client.get(reverse("findings_report")).status_code == 302


def test_the_report_costs_the_same_with_one_page_and_with_thirty(admin, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    def add_page():
        image = {"image": factories.image(), "decorative": False, "alt_text": ""}
        body = [("image", image), ("card_grid", {"cards": [{"page": factories.home()}]})]
        factories.condition(aspects=[("causes", body)]).save_revision()

    def queries():
        with CaptureQueriesContext(connection) as captured:
            html = admin.get(reverse("findings_report_results")).content.decode()
        assert "An image has no description." in html
        return len(captured)

    add_page()
    queries()
    few = queries()
    for _ in range(29):
        add_page()
    assert queries() == few
