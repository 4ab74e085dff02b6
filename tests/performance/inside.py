"""What one project says of itself: queries, search times, publishing. Run within the project.

``inside.py app.Model /path/ …``: prints JSON with the queries of each path, asked for a
second time, and the processor's seconds to publish the page of the first path.
"""

import json
import statistics
import sys
import time

import django

RUNS = 15


def main() -> None:
    django.setup()
    from django.apps import apps
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    result = {"queries": {}, "milliseconds": {}, "p95": {}}
    for path in sys.argv[2:]:
        client = Client(headers={"host": "localhost"})
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            response = client.get(path)
        if response.status_code != 200:
            sys.exit(f"{path} answered {response.status_code}")
        result["queries"][path] = len(captured)
        times, spent = [], []
        for _ in range(RUNS):
            started, before = time.perf_counter(), time.process_time()
            client.get(path)
            spent.append(time.process_time() - before)
            times.append(time.perf_counter() - started)
        result["milliseconds"][path] = statistics.median(spent) * 1000
        result["p95"][path] = statistics.quantiles(times, n=20)[-1] * 1000
    slug = sys.argv[2].strip("/").rsplit("/", 1)[-1]
    page = apps.get_model(sys.argv[1]).objects.live().get(slug=slug)
    spent = []
    for _ in range(RUNS):
        before = time.process_time()
        page.save_revision().publish()  # unchanged: what is signed may go live again
        spent.append(time.process_time() - before)
    result["publish"] = statistics.median(spent)
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
