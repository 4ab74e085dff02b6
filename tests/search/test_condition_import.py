"""Importing conditions: repeatable, in step with the index, clear about bad lines."""

import json

import pytest
from django.test import Client

from conditions.models import ConditionPage
from search.condition_import import import_conditions

pytestmark = pytest.mark.django_db


def line(**changes) -> str:
    row = {
        "external_id": "X1",
        "title": "Tinnitus",
        "also_called": ["Ringing ears"],
        "summary": "A sound in the ears.",
        "aspects": {"overview": "A sound that nobody else hears.", "symptoms": "Ringing."},
    }
    return json.dumps({**row, **changes})


def test_imported_pages_are_found_and_a_second_import_updates_them(client: Client, clinic):
    first = import_conditions([line()], clinic.conditions, live=True)
    again = import_conditions([line(title="Ear noise")], clinic.conditions, live=True)
    assert (first.created, again.created, again.updated) == (1, 0, 1)
    page = ConditionPage.objects.get()
    assert page.title == "Ear noise"
    assert [name.name for name in page.names.all()] == ["Ringing ears"]
    assert client.get("/search/suggest/", {"q": "ringing"}).json()["suggestions"][0]["title"] == (
        "Ear noise"
    )
    assert client.get(page.url).status_code == 200
    clinic.conditions.refresh_from_db()
    assert clinic.conditions.numchild == 1


def test_drafts_are_not_found(client: Client, clinic):
    import_conditions([line()], clinic.conditions)
    assert client.get("/search/suggest/", {"q": "tinnitus"}).json()["suggestions"] == []


@pytest.mark.parametrize(
    "bad",
    ["{", "[]", line(title=""), line(aspects={"nonsense": "x"}), line(also_called="x")],
)
def test_a_bad_line_is_named_and_the_others_are_imported(clinic, bad: str):
    done = import_conditions([bad, line()], clinic.conditions)
    assert done.created == 1
    assert done.faults[0].startswith("line 1:")
