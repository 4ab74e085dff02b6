"""A version that is given a time makes what is cached end by then."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from operations import schedules
from tests import factories


@pytest.mark.django_db
def test_scheduling_makes_cached_pages_anew_and_saving_a_draft_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spoilt: list[Any] = []
    page = factories.plain_page()
    page.save_revision().publish()
    monkeypatch.setattr(schedules, "spoil", spoilt.append)
    page.save_revision()
    assert spoilt == []
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    assert len(spoilt) == 1
