"""The admin's own page search knows a condition by its other names too."""

import pytest
from django.urls import reverse
from wagtail.search.index import insert_or_update_object

from conditions.models import ConditionPage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["slipped disc", "radiculop", "sciatica"])
def test_an_editor_finds_a_condition_by_its_title_or_another_name(admin_client, stocked, typed):
    # As the queue does once the page and its names are written.
    insert_or_update_object(ConditionPage.objects.get(title="Sciatica"))
    answer = admin_client.get(reverse("wagtailadmin_pages:search"), {"q": typed})
    assert [page.title for page in answer.context["pages"]] == ["Sciatica"]
