"""What `check --deploy` says, and that a site set up well hears nothing."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from security.checks import check_deployment

PROJECT = Path(__file__).resolve().parents[2]
GOOD = {
    "BASE_URL": "https://clinic.example",
    "CITEWELL_EMAIL_URL": "smtps://user:password@mail.example:465",
    "CITEWELL_TWO_FACTOR_GROUPS": "*",
    "CITEWELL_SECURITY_CONTACT": "security@clinic.example",
}


def check(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """``check --deploy`` in an environment of its own, where a warning is a failure."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings", "DATA_DIR": str(folder)}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=PROJECT,
        env={**environment, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_site_set_up_for_the_public_hears_no_warning(tmp_path: Path) -> None:
    result = check(tmp_path, **GOOD)
    assert "no issues" in result.stdout + result.stderr, result.stderr
    assert result.returncode == 0


def test_a_bare_start_hears_what_is_missing(tmp_path: Path) -> None:
    said = check(tmp_path).stderr
    for number in ("W103", "W104", "W105", "W106", "W107"):
        assert f"security.{number}" in said


@pytest.fixture
def well(settings: Any) -> Any:
    settings.DEBUG = False
    settings.SECRET_KEY = "".join(map(chr, range(40, 110)))
    settings.HTTPS = True
    settings.ALLOWED_HOSTS = ["clinic.example"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.CITEWELL_TWO_FACTOR_GROUPS = ("*",)
    settings.CITEWELL_SECURITY_CONTACT = "security@clinic.example"
    return settings


def test_nothing_is_said_where_all_is_well(well) -> None:
    assert check_deployment() == []


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("DEBUG", True, "security.E101"),
        ("SECRET_KEY", "short", "security.E102"),
        ("SECRET_KEY", "a" * 60, "security.E102"),
        ("HTTPS", False, "security.W103"),
        ("ALLOWED_HOSTS", ["*"], "security.W104"),
        ("ALLOWED_HOSTS", ["localhost"], "security.W104"),
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "security.W105"),
        ("CITEWELL_TWO_FACTOR_GROUPS", (), "security.W106"),
        ("CITEWELL_SECURITY_CONTACT", "", "security.W107"),
    ],
)
def test_each_lack_is_said_once_with_a_hint(well, name, value, code) -> None:
    setattr(well, name, value)
    (message,) = check_deployment()
    assert message.id == code
    assert message.hint
