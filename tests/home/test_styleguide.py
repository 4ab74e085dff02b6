"""The style guide: for staff alone, every block in every state."""

import pytest
from django.test import Client

from citewell.blocks.samples import states, vocabulary
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_visitor_is_asked_to_sign_in(client: Client) -> None:
    factories.home()
    response = client.get("/styleguide/")
    assert response.status_code == 302
    assert "login" in response.url


def test_staff_see_every_block_in_every_state(client: Client) -> None:
    factories.home()
    client.force_login(factories.superuser())
    response = client.get("/styleguide/")
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in response.headers["Cache-Control"]
    text = response.content.decode()
    for name in vocabulary().keys() - {"reference_list"}:
        assert f'id="block-{name}"' in text, name
    for urgency in ("emergency", "urgent", "routine"):
        assert f"care-card--{urgency}" in text
    assert "text-quiet on surface" in text.replace("  ", " ")


def test_the_states_of_a_block_are_its_choices_and_its_least() -> None:
    names = [name for name, _ in states(vocabulary()["care_card"])]
    assert len(names) == 3
    assert names[0] == ""
    labels = [name for name, _ in states(vocabulary()["quote"])]
    assert len(labels) == 2
