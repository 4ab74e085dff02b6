"""Measures the library with 10,000 sources: `python -m tests.citewell.references.bench_library`.

Runs on the database of `DATABASE_URL`, else on SQLite in `DATA_DIR`; both should be empty, and
`make bench-library` sees to that. Sources and references are made from a few words, seeded.
"""

import argparse
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
LIBRARY = "/admin/snippets/citewell_references/source/"
CHOOSER = "/admin/snippets/choose/citewell_references/source/results/"
PASTE = "/admin/references/paste/"
WHAT = ["Walking", "Lifting", "Sleep", "Warmth", "Exercise", "Manual therapy", "Advice", "Rest"]
WHERE = ["the lower back", "the neck", "the knee", "the shoulder", "balance", "the heel"]
HOW = ["a randomised trial", "a cohort study", "a systematic review", "a survey", "a protocol"]
WHO = ["adults", "older people", "nurses", "runners", "office workers", "patients in primary care"]
NAMES = ["Adler", "Brook", "Calder", "Dale", "Elm", "Frost", "Grove", "Heath", "Ivy", "Lake"]


def item(number: int, rng: random.Random) -> dict[str, Any]:
    """A work of our own making; half of them have a DOI."""
    title = f"{rng.choice(WHAT)} and {rng.choice(WHERE)} in {rng.choice(WHO)}: {rng.choice(HOW)}"
    family = f"{rng.choice(NAMES)}{rng.choice(NAMES).lower()}"
    return {
        "type": "article-journal",
        "title": f"{title} with {number} people",
        "author": [{"family": family, "given": "A. B."}, {"family": rng.choice(NAMES)}],
        "container-title": "Journal of Invented Care",
        "issued": {"date-parts": [[rng.randrange(1990, 2027)]]},
        "volume": str(rng.randrange(1, 60)),
        "page": f"{rng.randrange(1, 900)}-{rng.randrange(900, 999)}",
        **({"DOI": f"10.1234/made.up.{number}"} if number % 2 else {}),
    }


def line(csl: dict[str, Any]) -> str:
    """The work as somebody types it."""
    doi = f" doi: {csl['DOI']}" if "DOI" in csl else ""
    year = csl["issued"]["date-parts"][0][0]
    return (
        f"{csl['author'][0]['family']} AB, {csl['author'][1]['family']} C. {csl['title']}. "
        f"J Invented Care. {year};{csl['volume']}:{csl['page']}.{doi}"
    )


def timed(do: Callable[[], Any], times: int = 5) -> tuple[Any, float]:
    """What was done, and the median of the milliseconds it took."""
    spent = []
    for _ in range(times):
        begin = time.perf_counter()
        done = do()
        spent.append(1000 * (time.perf_counter() - begin))
    return done, round(statistics.median(spent), 1)


def measure(sources: int, pasted: int) -> dict[str, Any]:
    """Milliseconds of what people do in a library of so many sources."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    from citewell.references.doubles import find_doubles
    from citewell.references.library import add_readings
    from citewell.references.models import PastedReference
    from citewell.references.reading import Reading

    rng = random.Random(1)
    items = [item(number, rng) for number in range(sources)]
    readings = [Reading(line(csl), csl, "green") for csl in items]
    figures: dict[str, Any] = {"sources": sources}
    figures["put in, s"] = round(timed(lambda: add_readings(readings), 1)[1] / 1000, 1)
    client = Client(SERVER_NAME="localhost")
    client.force_login(get_user_model().objects.create_superuser("bench", password="x"))
    client.get(LIBRARY)
    for name, address in {
        "list": LIBRARY,
        "list, last page": f"{LIBRARY}?p={sources // 20}",
        "list by pages that cite": f"{LIBRARY}?ordering=-pages",
        "list narrowed": f"{LIBRARY}?confidence=green&year=2010&cited=no",
        "search, one word": f"{LIBRARY}?q=walking",
        "search, a DOI": f"{LIBRARY}?q=10.1234/made.up.777",
        "chooser": CHOOSER,
        "chooser, search": f"{CHOOSER}?q=walking+knee",
    }.items():
        answer, figures[f"{name}, ms"] = timed(lambda address=address: client.get(address))
        assert answer.status_code == 200, (name, answer.status_code)
    hundred = rng.sample(items, 50) + [item(sources + number, rng) for number in range(50)]
    figures["doubles of 100, ms"] = timed(lambda: find_doubles(hundred))[1]

    text = "\n".join(f"{n}. {line(item(2 * sources + n, rng))}" for n in range(1, pasted + 1))
    figures["pasted"] = pasted
    answer, spent = timed(lambda: client.post(PASTE, {"text": text}), 1)
    figures["read and keep them, s"] = round(spent / 1000, 1)
    page, figures["a page of 50, ms"] = timed(lambda: client.get(answer.url))
    figures["its kilobytes"] = round(len(page.content) / 1000)
    saved, spent = timed(lambda: client.post(answer.url, {"go": "save"}), 1)
    assert saved.url.endswith("/result/"), saved.url
    figures["save them, s"] = round(spent / 1000, 1)
    figures["came in"] = PastedReference.objects.filter(outcome="new").count()
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=10_000)
    parser.add_argument("--pasted", type=int, default=2_000)
    options = parser.parse_args()
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    sys.stdout.write(json.dumps(measure(options.sources, options.pasted), indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
