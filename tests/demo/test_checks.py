"""The deploy check on a database without the demo."""

from typing import Any

import pytest
from django.core.checks import run_checks

pytestmark = pytest.mark.django_db


def test_a_site_of_ones_own_passes_the_deploy_check() -> None:
    assert "demo.E001" not in {m.id for m in run_checks(include_deployment_checks=True)}


@pytest.mark.parametrize("is_indexed", [True, False])
def test_a_deployment_that_lets_search_engines_into_the_demonstration_is_refused(
    settings: Any, is_indexed: bool
) -> None:
    settings.CITEWELL_DEMO_INDEXED = is_indexed
    found = {message.id for message in run_checks(include_deployment_checks=True)}
    assert ("demo.E002" in found) is is_indexed
