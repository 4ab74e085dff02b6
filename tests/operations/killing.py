"""Kill editors' requests at any moment and see whether anything is half done.

    python -m tests.operations.killing --publishes 100 --creations 50

Each request runs through the whole site in a process of its own, which is killed with
SIGKILL at a random moment of it. Then the page, its versions, log, search, references and
sign-off state must be wholly those before or wholly those after, and after where the answer
had been given. Prints one JSON object; exit 1 where something was lost or half done.
"""

import argparse
import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from wagtail.models import Page  # noqa: E402
from wagtail.test.utils.form_data import querydict_from_html  # noqa: E402

from blog.models import ArticleIndexPage, ArticlePage  # noqa: E402
from citewell.review.models import SignOffPolicy  # noqa: E402
from citewell.review.policy import change_policy  # noqa: E402
from citewell.review.verification import verify  # noqa: E402
from tests.operations.agreement import disagreements, tree_faults  # noqa: E402

HOST = "localhost"
PROBES = 3


def close() -> None:
    """Give every connection back, so that no process shares one."""
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()


def signed_in() -> Client:
    """A client whose user may do everything."""
    client = Client(HTTP_HOST=HOST)
    client.force_login(get_user_model().objects.get(username="admin"))
    return client


def section() -> ArticleIndexPage:
    """The articles of the demo, where nobody has to sign."""
    index = ArticleIndexPage.objects.first()
    if SignOffPolicy.mode_of(index) != SignOffPolicy.Mode.OFF:
        admin = get_user_model().objects.get(username="admin")
        change_policy(index, SignOffPolicy.Mode.OFF, admin, reason="Written by a machine.")
    return index


def article(title: str) -> int:
    """A live article without a body; its key."""
    index = section()
    page = index.add_child(instance=ArticlePage(title=title, lead="What it says.", live=False))
    page.save_revision().publish()
    return int(page.pk)


def form(client: Client, url: str, name: str, **values: str) -> Any:
    """What a browser would send from a form."""
    page = client.get(url)
    data = querydict_from_html(page.content.decode(), form_id=name)
    data["references-count"] = data["body-count"] = "0"
    for key, value in values.items():
        data[key] = value
    data["action-publish"] = "1"
    return data


def publishing(client: Client, key: int, title: str) -> Callable[[], Any]:
    """The request that publishes a new title."""
    url = reverse("wagtailadmin_pages:edit", args=[key])
    data = form(client, url, "page-edit-form", title=title)
    return lambda: client.post(url, data)


def creating(client: Client, title: str) -> Callable[[], Any]:
    """The request that makes and publishes a new article."""
    index = section()
    url = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", index.pk])
    data = form(
        client,
        url,
        "page-edit-form",
        title=title,
        slug=title.lower().replace(" ", "-"),
        lead="New.",
    )
    return lambda: client.post(url, data)


def in_a_process(
    prepare: Callable[[Client], Callable[[], Any]], after: float | None
) -> tuple[bool, float]:
    """Run a request in a process of its own; kill it after some seconds, or never.

    Returns:
        Whether its answer was there, and how long it ran.
    """
    reading, writing = os.pipe()
    close()
    child = os.fork()
    if child == 0:
        try:
            send = prepare(signed_in())
            os.write(writing, b"r")
            answer = send()
            os.write(writing, b"d" if answer.status_code == 302 else b"x")
        finally:
            os._exit(0)
    os.close(writing)
    assert os.read(reading, 1) == b"r", "the form could not be read"
    start = time.perf_counter()
    if after is None:
        select.select([reading], [], [], 120)
    else:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    took = time.perf_counter() - start
    answer = os.read(reading, 1)
    os.waitpid(child, 0)
    os.close(reading)
    assert answer != b"x", "the request was refused"
    wait_for_the_server()
    return answer == b"d", took


def wait_for_the_server() -> None:
    """PostgreSQL ends what a killed client began; wait until it has."""
    while connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid() AND backend_type = 'client backend' "
                "AND state IS DISTINCT FROM 'idle'"  # the pool's own wait idly
            )
            if not cursor.fetchone()[0]:
                return
        time.sleep(0.05)


def attack(publishes: int, creations: int, seed: int) -> dict[str, Any]:
    """Kill that many requests of each kind."""
    chance = random.Random(seed)
    key = article("Title zq0")
    done = {"kills": 0, "before": 0, "after": 0, "answered": 0}
    faults: list[str] = []
    publishing(signed_in(), key, "")  # what every child would load first is loaded once
    length = min(
        in_a_process(lambda client, n=n: publishing(client, key, f"Title zqprobe{n}"), None)[1]
        for n in range(PROBES)
    )

    def note(what: str, is_new: bool, is_old: bool, is_answered: bool, wrong: list[str]) -> None:
        done["kills"] += 1
        done["answered"] += is_answered
        done["after"] += is_new
        done["before"] += is_old
        if is_answered and not is_new:
            wrong.append("it was answered and is lost")
        if not is_new and not is_old:
            wrong.append("it is neither old nor new")
        faults.extend(f"{what}: {fault}" for fault in wrong)

    for number in range(publishes):
        old, new = Page.objects.get(pk=key).title, f"Title zq{seed}p{number}"
        answered, _took = in_a_process(
            lambda client, new=new: publishing(client, key, new), chance.uniform(0, 1.6 * length)
        )
        page = Page.objects.get(pk=key).specific
        note(new, page.title == new, page.title == old, answered, list(disagreements(page)))
    for number in range(creations):
        title = f"Title zq{seed}c{number}"
        answered, _took = in_a_process(
            lambda client, title=title: creating(client, title), chance.uniform(0, 1.6 * length)
        )
        pages = [page.specific for page in Page.objects.filter(title=title)]
        wrong = [fault for page in pages for fault in disagreements(page)]
        note(title, len(pages) == 1, not pages, answered, wrong)
    faults += tree_faults()
    faults += verify().faults
    return {**done, "seconds": round(length, 2), "faults": faults}


def main() -> int:
    """Run the attack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--publishes", type=int, default=100)
    parser.add_argument("--creations", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    outcome = attack(options.publishes, options.creations, options.seed)
    print(json.dumps(outcome))  # noqa: T201
    return 1 if outcome["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
