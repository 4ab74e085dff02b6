"""Many processes publish at once; each publish has to succeed, the first time.

    python -m tests.operations.writing --processes 8 --publishes 20

Each process edits its own article through the whole site, as fast as it can. Prints one JSON
object; exit 1 where a request failed or a page does not agree with its versions and indexes.
"""

import argparse
import json
import os
import sys
import time
from typing import Any

import django

django.setup()

from wagtail.models import Page  # noqa: E402

from citewell.review.verification import verify  # noqa: E402
from tests.operations.agreement import disagreements, tree_faults  # noqa: E402
from tests.operations.killing import article, close, publishing, signed_in  # noqa: E402


def write(key: int, publishes: int) -> dict[str, Any]:
    """Publish an article again and again; what failed, and the longest that one took."""
    client = signed_in()
    client.raise_request_exception = False
    failed: list[str] = []
    longest = 0.0
    for number in range(publishes):
        title = f"Title zq{key}n{number}"
        try:
            send = publishing(client, key, title)
            start = time.perf_counter()
            answer = send()
            longest = max(longest, time.perf_counter() - start)
            if answer.status_code != 302:
                failed.append(f"{title}: {answer.status_code}")
        except Exception as error:
            failed.append(f"{title}: {type(error).__name__}: {error}")
    return {"failed": failed, "longest": longest}


def attack(processes: int, publishes: int) -> dict[str, Any]:
    """Let the processes write at the same time."""
    keys = [article(f"Title zq{number}") for number in range(processes)]
    publishing(signed_in(), keys[0], "")
    close()
    start = time.perf_counter()
    pipes: list[int] = []
    for key in keys:
        reading, writing = os.pipe()
        if os.fork() == 0:
            try:
                os.write(writing, json.dumps(write(key, publishes)).encode())
            finally:
                os._exit(0)
        os.close(writing)
        pipes.append(reading)
    outcomes = []
    for pipe in pipes:
        with os.fdopen(pipe) as file:
            outcomes.append(json.loads(file.read() or '{"failed": ["it died"], "longest": 0}'))
    took = time.perf_counter() - start
    faults = [fault for outcome in outcomes for fault in outcome["failed"]]
    failed = len(faults)
    for page in Page.objects.filter(pk__in=keys).specific():
        faults += [f"{page.title}: {fault}" for fault in disagreements(page)]
    faults += tree_faults() + verify().faults
    return {
        "publishes": processes * publishes,
        "failed": failed,
        "seconds": round(took, 1),
        "longest": round(max(outcome["longest"] for outcome in outcomes), 1),
        "faults": faults,
    }


def main() -> int:
    """Run the attack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--publishes", type=int, default=20)
    options = parser.parse_args()
    outcome = attack(options.processes, options.publishes)
    print(json.dumps(outcome))  # noqa: T201
    return 1 if outcome["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
