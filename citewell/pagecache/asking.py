"""Which requests may be answered from the cache, and by what key. Pure: no Django.

Everything an answer may depend on stands in the key; a request with anything else (a cookie,
a password, a query nobody declared) passes the cache by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

NUMBER = re.compile(r"[0-9]{1,5}")
LONGEST_PATH = 1_000


@dataclass(frozen=True)
class Rules:
    """What the site's settings say of requests."""

    passed_by: tuple[str, ...] = ()
    """Beginnings of paths that never come from the cache: the admin, files."""
    numbers: frozenset[str] = frozenset()
    """Names of query parameters, such as ``page``, that lists take with a number."""


def key_of(environ: dict[str, Any], rules: Rules) -> str | None:
    """The key of a request, None where it must pass the cache by.

    The language is part of the path; the coding is chosen from what is kept.
    """
    path = environ.get("PATH_INFO", "")
    if (
        environ.get("REQUEST_METHOD") not in {"GET", "HEAD"}
        or "HTTP_COOKIE" in environ
        or "HTTP_AUTHORIZATION" in environ
        or "HTTP_RANGE" in environ
        or environ.get("CONTENT_LENGTH") not in {None, "", "0"}
        or "HTTP_TRANSFER_ENCODING" in environ
        or not environ.get("HTTP_HOST")
        or len(path) > LONGEST_PATH
        or path.startswith(rules.passed_by)
    ):
        return None
    query = environ.get("QUERY_STRING", "")
    if query and not is_accepted(query, rules.numbers):
        return None
    parts = (
        environ.get("wsgi.url_scheme", ""),
        environ["HTTP_HOST"],
        environ.get("SERVER_PORT", ""),
        environ.get("SCRIPT_NAME", ""),
        path,
        query,
    )
    return "\n".join(parts)


def is_accepted(query: str, numbers: frozenset[str]) -> bool:
    """Whether a query is one declared parameter with a number: ``page=2``."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=True, max_num_fields=4)
    except ValueError:
        return False
    return len({name for name, _ in pairs}) == len(pairs) and all(
        name in numbers and NUMBER.fullmatch(value) for name, value in pairs
    )
