"""Requests killed at any moment, and many writers at once; full counts in ``make attack``."""

import json

import pytest

from tests.effort import FACTOR
from tests.operations.machines import Machine


@pytest.mark.slow
def test_a_request_that_is_killed_is_wholly_done_or_not_at_all(site: Machine) -> None:
    done = site.run(
        "-m", "tests.operations.killing",
        "--publishes", str(5 * FACTOR), "--creations", str(3 * FACTOR), "--seed", str(FACTOR),
    )  # fmt: skip
    assert done.stdout, done.stderr
    outcome = json.loads(done.stdout)
    assert outcome["faults"] == []
    assert outcome["kills"] == 8 * FACTOR


@pytest.mark.slow
def test_many_writers_at_once_all_succeed_the_first_time(site: Machine) -> None:
    done = site.run(
        "-m", "tests.operations.writing",
        "--processes", "8", "--publishes", str(min(20, 2 * FACTOR)),
    )  # fmt: skip
    assert done.stdout, done.stderr
    outcome = json.loads(done.stdout)
    assert outcome["faults"] == []
    assert outcome["failed"] == 0
