"""The deploy check on a database without the demo."""

import pytest
from django.core.checks import run_checks

pytestmark = pytest.mark.django_db


def test_a_site_of_ones_own_passes_the_deploy_check() -> None:
    assert "demo.E001" not in {m.id for m in run_checks(include_deployment_checks=True)}
