"""Which requests may be answered from the cache."""

from typing import Any

import pytest

from citewell.pagecache.asking import Rules, key_of

RULES = Rules(passed_by=("/admin/", "/media/"), numbers=frozenset({"page"}))
PLAIN = {
    "REQUEST_METHOD": "GET",
    "PATH_INFO": "/conditions/",
    "QUERY_STRING": "",
    "HTTP_HOST": "clinic.example",
    "SERVER_PORT": "443",
    "wsgi.url_scheme": "https",
}


def key(**changes: Any) -> str | None:
    return key_of({**PLAIN, **changes}, RULES)


@pytest.mark.parametrize(
    "changes",
    [
        {"REQUEST_METHOD": "POST"},
        {"HTTP_COOKIE": "sessionid=x"},
        {"HTTP_COOKIE": "anything=at-all"},
        {"HTTP_AUTHORIZATION": "Bearer x"},
        {"HTTP_RANGE": "bytes=0-1"},
        {"CONTENT_LENGTH": "5"},
        {"HTTP_TRANSFER_ENCODING": "chunked"},
        {"HTTP_HOST": ""},
        {"PATH_INFO": "/admin/pages/"},
        {"PATH_INFO": "/media/images/a.png"},
        {"PATH_INFO": "/" + "a" * 2_000},
        {"QUERY_STRING": "q=sciatica"},
        {"QUERY_STRING": "page=2&q=sciatica"},
        {"QUERY_STRING": "page=2&page=3"},
        {"QUERY_STRING": "page=two"},
        {"QUERY_STRING": "page=123456"},
        {"QUERY_STRING": "page"},
        {"QUERY_STRING": "utm_source=x"},
    ],
)
def test_what_one_visitor_alone_asks_passes_the_cache_by(changes: dict[str, Any]) -> None:
    assert key(**changes) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"HTTP_HOST": "other.example"},
        {"SERVER_PORT": "8443"},
        {"PATH_INFO": "/pl/conditions/"},
        {"QUERY_STRING": "page=2"},
        {"wsgi.url_scheme": "http"},
        {"SCRIPT_NAME": "/clinic"},
    ],
)
def test_whatever_an_answer_depends_on_stands_in_the_key(changes: dict[str, Any]) -> None:
    assert key(**changes) not in {None, key()}


def test_head_asks_for_the_same_page_as_get() -> None:
    assert key(REQUEST_METHOD="HEAD") == key() is not None
