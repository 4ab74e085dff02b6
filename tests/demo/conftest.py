"""The demo, built once for all tests of the room that only read it."""

from collections.abc import Iterator

import pytest
from django.test import TestCase

from demo.build import Result, load_demo


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker) -> Iterator[Result]:
    """The demo in the database, taken away again after the module."""
    with django_db_blocker.unblock():
        atomics = TestCase._enter_atomics()
        try:
            yield load_demo(password="correct-horse-battery-staple")
        finally:
            TestCase._rollback_atomics(atomics)
