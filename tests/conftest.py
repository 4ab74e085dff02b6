"""Fixtures every room's tests share."""

from pathlib import Path

import pytest
from django.core.cache import cache
from hypothesis import settings

from tests.effort import FACTOR

# The short slice is the same each time; the long suites look for new examples.
settings.load_profile("ci" if FACTOR == 1 else "default")

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
