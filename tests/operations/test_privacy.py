"""What the log holds and what it never does. No database."""

import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from operations.logs import JsonFormatter, TextFormatter, is_search, request_id
from operations.privacy import scrubbed, shown_path


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/search/?q=siatica", "/search/"),
        ("/conditions/benign-paroxysmal-positional-vertigo/", None),
        ("/choroby/łuszczyca/", None),
        ("/draft/eyJ0-Az9:1abCd:Xyz_123456789/", "/draft/…/"),
        ("/review/calendar/Abc123def456ghi789jkl0.ics", "/review/calendar/…"),
        ("/reset/Mg/c5x8d2-0123456789abcdef0123456789abcdef/", "/reset/Mg/…/"),
        ("/somebody@clinic.example/", "/…@clinic.example/"),
    ],
)
def test_a_path_is_shown_without_query_and_secrets(path: str, shown: str | None) -> None:
    assert shown_path(path) == (path if shown is None else shown)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<WSGIRequest: GET '/search/?q=siatica+now'>", "<WSGIRequest: GET '/search/?…'>"),
        ("from 203.0.113.77", "from 203.0.x.x"),
        ("from 2001:db8:85a3::8a2e:370:7334.", "from 2001:db8:…."),
        ("at 12:30:45 why? because", None),
        ("mail to a.b+c@clinic.example", "mail to …@clinic.example"),
    ],
)
def test_a_text_is_scrubbed(text: str, left: str | None) -> None:
    assert scrubbed(text) == (text if left is None else left)


def record(message: str, *arguments: Any, error: bool = False) -> logging.LogRecord:
    info = None
    if error:
        try:
            raise ValueError("siatica is no number")
        except ValueError:
            info = sys.exc_info()
    return logging.LogRecord("test", logging.ERROR, __file__, 1, message, arguments, info)


@pytest.fixture
def search() -> Iterator[None]:
    token = is_search.set(True)
    yield
    is_search.reset(token)


def test_a_line_is_json_and_names_its_request() -> None:
    token = request_id.set("abc12345")
    line = json.loads(JsonFormatter().format(record("Saved %s", "page 3")))
    request_id.reset(token)
    assert (line["message"], line["level"], line["request_id"]) == (
        "Saved page 3", "error", "abc12345",
    )  # fmt: skip


@pytest.mark.parametrize("formatter", [JsonFormatter(), TextFormatter()])
def test_an_error_in_a_search_is_told_without_what_was_searched(
    formatter: logging.Formatter, search: None
) -> None:
    line = formatter.format(record("Failed for %s", "siatica", error=True))
    assert "siatica" not in line
    assert "ValueError" in line


def test_an_error_elsewhere_is_told_in_full() -> None:
    assert "siatica is no number" in TextFormatter().format(record("Failed", error=True))
