"""Wagtail's v3 API is off; where it is on, a check of the deployment says what comes with it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client, override_settings

from api import writing

PROJECT = Path(__file__).resolve().parents[2]
ANSWERS = """
import django, json
django.setup()
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve

def status(address):
    found = resolve(address)
    try:
        return found.func(RequestFactory().get(address), *found.args, **found.kwargs).status_code
    except Http404:
        return 404

print(json.dumps([status(f"/api/v3/{end}") for end in ("docs/", "openapi.json", "whoami/")]))
"""


@pytest.mark.django_db
def test_it_is_off(client: Client) -> None:
    assert not writing.is_on()
    assert client.get("/api/v3/docs/").status_code == 404
    assert client.get("/api/v3/pages/").status_code == 404
    assert writing.check_writing() == []


def test_where_it_is_on_the_deployment_check_says_what_comes_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writing, "V3_APP", "api")  # an app that is installed
    with override_settings(WAGTAILAPI_DOCS_ENABLED=False):
        (warning,) = writing.check_writing()
    assert warning.id == "api.W001"
    for word in ("second factor", "drafts"):
        assert word in warning.msg
    assert "CITEWELL_API_V3" in warning.hint
    with override_settings(WAGTAILAPI_DOCS_ENABLED=True):
        (warning,) = writing.check_writing()
    assert "OpenAPI pages at /api/v3/docs/ are public" in warning.msg


def test_the_setting_switches_it_on_without_its_public_pages(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "CITEWELL_API_V3": "1",
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    run = subprocess.run(
        [sys.executable, "-c", ANSWERS],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout.splitlines()[-1]) == [404, 404, 401]


def test_the_docstring_and_the_documents_say_it_too() -> None:
    text = (PROJECT / "docs/api.md").read_text()
    for words in ("second factor", "drafts", "api.W001"):
        assert words in (writing.__doc__ or "")
        assert words in text
