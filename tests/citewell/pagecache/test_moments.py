"""Pages change by time, whether or not a job runs."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from wagtail.models import Site

from citewell.organisation.models import AlertBanner
from citewell.pagecache.moments import next_moment
from tests import factories

pytestmark = pytest.mark.django_db
NOON = datetime(2031, 5, 6, 12, tzinfo=ZoneInfo("Europe/London"))
HOUR = timedelta(hours=1)


def banner(**times: datetime) -> None:
    AlertBanner.objects.create(site=Site.objects.get(), text="Closed", **times)


def test_without_anything_planned_a_day_ends_at_midnight_where_the_clinic_is() -> None:
    assert next_moment(NOON) == NOON + 12 * HOUR


def test_the_night_the_clocks_change_is_an_hour_longer() -> None:
    noon = datetime(2031, 10, 26, 0, 30, tzinfo=ZoneInfo("Europe/London"))
    assert (next_moment(noon).timestamp() - noon.timestamp()) / 3600 == 24.5


@pytest.mark.parametrize("name", ["starts_at", "ends_at"])
def test_a_banner_starts_and_ends_by_itself(name: str) -> None:
    banner(**{name: NOON + 2 * HOUR})
    assert next_moment(NOON) == NOON + 2 * HOUR


def test_what_has_passed_changes_nothing_more() -> None:
    banner(starts_at=NOON - HOUR)
    assert next_moment(NOON) == NOON + 12 * HOUR


def test_a_page_ends_on_time() -> None:
    factories.plain_page(expire_at=NOON + 3 * HOUR)
    factories.plain_page(expire_at=NOON + HOUR)
    assert next_moment(NOON) == NOON + HOUR


def test_a_page_that_shall_go_live_ends_what_is_kept() -> None:
    page = factories.plain_page(live=False, go_live_at=NOON + HOUR)
    page.save_revision(approved_go_live_at=NOON + HOUR)
    assert next_moment(NOON) == NOON + HOUR
