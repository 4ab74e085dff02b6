"""Milliseconds and queries of the review board over many pages: `make bench-review`.

Beside the time that passed stands the time the processor spent: on a busy machine only the
second says what the board costs.
Builds a site of its own with generated condition pages, gives each a review state, and asks
for the board and two of its heaps as an administrator does.
"""

import argparse
import datetime
import os
import statistics
import tempfile
import time
from typing import Any

RUNS = 15
MOST = 12
"""Queries the board may cost."""


def prepare(pages: int) -> None:
    """A site with so many pages, three of four signed."""
    from django.core.management import call_command
    from django.utils import timezone
    from wagtail.models import Page

    from citewell.review.board import clinical_models
    from citewell.review.models import ReviewState

    call_command("migrate", verbosity=0)
    call_command("load_demo", conditions=pages, json=True)
    today = timezone.localdate()
    keys = [
        key for model in clinical_models() for key in model.objects.values_list("pk", flat=True)
    ]
    known = set(ReviewState.objects.values_list("page", flat=True))
    ReviewState.objects.bulk_create(
        ReviewState(
            page_id=key,
            state="changed" if number % 10 == 0 else "reviewed",
            reviewed_on=today - datetime.timedelta(days=number % 700),
            next_review_due=today + datetime.timedelta(days=730 - number % 800),
        )
        for number, key in enumerate(keys)
        if key not in known and number % 4
    )
    print(f"{Page.objects.count()} pages, {len(keys)} of them clinical")  # noqa: T201


def measure(client: Any, address: str) -> None:
    """Print the median and the slowest of some runs, and the queries of one."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    queries = len(captured.captured_queries)  # the next request empties the list
    assert queries <= MOST, f"{queries} queries for {address}"
    times, spent = [], []
    for _run in range(RUNS):
        start, before = time.perf_counter(), time.process_time()
        client.get(address)
        times.append(1000 * (time.perf_counter() - start))
        spent.append(1000 * (time.process_time() - before))
    print(  # noqa: T201
        f"{address}: median {statistics.median(times):.0f} ms (processor "
        f"{statistics.median(spent):.0f} ms), {queries} queries",
        flush=True,
    )


def main() -> None:
    """Build the site in a temporary folder and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=10_000)
    pages = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATA_DIR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
        import django

        django.setup()
        from django.conf import settings
        from django.contrib.auth import get_user_model
        from django.test import Client

        settings.ALLOWED_HOSTS = ["*"]
        prepare(pages)
        client = Client()
        client.force_login(get_user_model().objects.create_superuser("bench"))
        for query in ("", "?heap=overdue", "?heap=mine", "?title=pain&ordering=-due"):
            measure(client, f"/admin/review/{query}")


if __name__ == "__main__":
    main()
