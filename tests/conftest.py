"""Fixtures every room's tests share."""

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings

from citewell.review.triggers import lifted
from tests.effort import FACTOR

# The short slice is the same each time; the long suites look for new examples.
hypothesis_settings.load_profile("ci" if FACTOR == 1 else "default")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled data beside a checkout; tests that need it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("the labelled data is not on this machine")
    return SHARED


@pytest.fixture(autouse=True)
def forget_what_is_cached() -> None:
    """Wagtail caches the sites' root paths; a test before this one may have had others."""
    cache.clear()


@pytest.fixture(autouse=True)
def anchor_of_its_own(settings: Any, tmp_path: Path) -> Path:
    """Each test remembers the ends of its own chains only."""
    settings.CITEWELL_SIGNOFF_ANCHOR = tmp_path / "signoff-anchor.json"
    return settings.CITEWELL_SIGNOFF_ANCHOR


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that empty the database come last: the rows of migrations are gone after them.

    pytest-django puts them behind tests that ask for the database, not behind those that
    read a demo built once for their module.
    """
    items.sort(key=empties_the_database)


def empties_the_database(item: pytest.Item) -> bool:
    """Whether a test has transactions of its own."""
    mark = item.get_closest_marker("django_db")
    return mark is not None and bool(mark.kwargs.get("transaction"))


_empty_database = TransactionTestCase._fixture_teardown


def _fixture_teardown(self: TransactionTestCase) -> None:
    """A test with transactions of its own empties all tables, which sign-offs refuse."""
    with lifted(connection):
        _empty_database(self)


TransactionTestCase._fixture_teardown = _fixture_teardown  # type: ignore[method-assign]
