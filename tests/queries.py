"""Counts the queries of a page: warm where a process keeps things, cold where it does not."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def queries_of(client: Client, address: str, **headers: Any) -> list[str]:
    """The SQL of one answer, after another answer filled what the process keeps."""
    first = client.get(address, headers=headers)
    assert first.status_code == 200, (address, first.status_code)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address, headers=headers).status_code == 200
    return [query["sql"] for query in captured]
