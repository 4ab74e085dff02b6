"""A result says on which day its page was reviewed, as people write a day."""

import pytest
from django.test import Client

from search.models import SearchDocument

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kept", "shown"),
    [("2026-05-03", "Reviewed 3 May 2026"), ("", None), ("last spring", None)],
)
def test_the_day_is_written_out_and_nothing_else_is_shown(
    client: Client, stocked, kept: str, shown: str | None
) -> None:
    SearchDocument.objects.update(reviewed=kept)
    body = client.get("/search/", {"q": "sciatica"}).content.decode()
    assert (shown in body) if shown else ("Reviewed" not in body)
