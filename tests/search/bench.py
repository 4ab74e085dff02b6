"""Measures the search: `python -m tests.search.bench` on the database at hand.

Imports the labelled pages into an empty site, indexes them for our search and for Wagtail's
stock search, and asks both the same judged queries through the code a site uses. Needs the
labelled data beside a checkout (`../shared`); without it nothing is measured. `--pages` adds
copies of the pages, to see how cost grows.
"""

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
PAGES = "searchbench/conditions.jsonl.gz"
# Kinds of queries: file, name, first place and first five to reach.
KINDS = (
    ("B.title", "title or printed other name", 0.97, 1.0),
    ("B.heldout.lay", "lay name not on the page", 0.54, 0.74),
    ("B.heldout.tech", "technical name not on the page", 0.60, 0.80),
    ("B.typo1", "one typo", 0.99, 1.0),
    ("B.misspell.codespell", "people's own misspellings", 0.98, 0.99),
    ("B.question", "whole question", 0.40, 0.65),
    ("C.title", "suggestions: title", None, 0.93),
    ("C.word2", "suggestions: second word", None, 0.98),
    ("C.typo", "suggestions: with a typo", None, 0.80),
)
QUERY_MS, SUGGEST_MS = 30, 15
# Stock search on SQLite takes seconds a query: so many of each kind tell enough.
SQLITE_STOCK_SAMPLE = 12


def lines(name: str) -> list[str]:
    """The entries of a list beside this file."""
    found = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in found if line and not line.startswith("#")]


def prepare(shared: Path, pages: int) -> dict[str, float]:
    """An empty site with the labelled pages, indexed twice; seconds of each step."""
    import gzip

    from django.core.management import call_command
    from wagtail.models import Locale, Page, Site

    from conditions.models import ConditionIndexPage
    from search import indexing
    from search.condition_import import import_conditions

    call_command("migrate", verbosity=0)
    Site.objects.all().delete()
    root = Page.get_first_root_node()
    home = root.add_child(instance=Page(title="Bench", slug="bench", locale=Locale.get_default()))
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    section = home.add_child(instance=ConditionIndexPage(title="Conditions", slug="conditions"))
    rows = gzip.decompress((shared / PAGES).read_bytes()).decode("utf-8").split("\n")
    rows = [row for row in rows if row.strip()]
    copies = [
        json.dumps({**json.loads(row), "external_id": f"copy-{number}"})
        for number, row in enumerate((rows * (pages // len(rows) + 1))[: pages - len(rows)])
    ]
    steps: dict[str, float] = {}
    began = time.perf_counter()
    done = import_conditions([*rows, *copies], section, live=True)
    steps["import and index, s"] = round(time.perf_counter() - began, 1)
    assert not done.faults, done.faults[:3]
    began = time.perf_counter()
    indexing.rebuild()
    steps["rebuild, s"] = round(time.perf_counter() - began, 1)
    began = time.perf_counter()
    call_command("update_index", verbosity=0)
    steps["stock index, s"] = round(time.perf_counter() - began, 1)
    return steps


def finders(suggesting: bool) -> tuple[Callable[[str], list[str]], Callable[[str], list[str]]]:
    """Ours and the stock search: from a text to external identifiers, best first."""
    from wagtail.models import Site

    from conditions.models import ConditionPage
    from search import indexing

    site = Site.objects.get()
    language = site.root_page.locale.language_code
    named = dict(ConditionPage.objects.values_list("pk", "external_id"))
    store = indexing.store()

    def ours(text: str) -> list[str]:
        if suggesting:
            return [named.get(s.page_id, "") for s in store.suggest(text, site.pk, language)]
        return [named.get(f.page_id, "") for f in store.query(text, site.pk, language).found]

    def stock(text: str) -> list[str]:
        pages = ConditionPage.objects.live()
        found = pages.autocomplete(text) if suggesting else pages.search(text)
        return [page.external_id for page in found[:10]]

    return ours, stock


def first_search_ms() -> dict[str, float]:
    """Milliseconds of the first search and of a second one in a fresh process."""
    ours, _ = finders(False)
    times = []
    for text in ("dizzy when i turn over", "swollen knee after running"):
        began = time.perf_counter()
        ours(text)
        times.append(round(1000 * (time.perf_counter() - began), 1))
    return {"first search, ms": times[0], "second search, ms": times[1]}


def megabytes() -> float:
    """The most memory this process has held."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def relevance(shared: Path, with_stock: bool) -> list[dict[str, Any]]:
    """The figures of each kind of query, ours and stock."""
    from django.db import connection

    from search.evaluation import evaluate, read

    found = []
    for name, kind, first, five in KINDS:
        with (shared / "searchbench" / f"{name}.dev.csv").open(encoding="utf-8") as file:
            judged = read(file)
        ours, stock = finders(name.startswith("C."))
        row: dict[str, Any] = {
            "kind": kind,
            "queries": len(judged),
            "to reach": [first, five],
            "ours": evaluate(judged, ours).as_dict(),
        }
        if with_stock:
            asked: Sequence[Any] = judged
            if connection.vendor == "sqlite" and len(judged) > SQLITE_STOCK_SAMPLE:
                asked = random.Random(7).sample(judged, SQLITE_STOCK_SAMPLE)
            row["stock"] = evaluate(asked, stock).as_dict()
        found.append(row)
    return found


def honesty() -> dict[str, str]:
    """How many queries about nothing of health get an honest nothing, by list."""
    ours, _ = finders(False)
    found = {}
    for name in ("off_subject.txt", "off_subject_unseen.txt"):
        asked = lines(name)
        found[name] = f"{sum(not ours(text) for text in asked)} of {len(asked)}"
    return found


def emergencies() -> dict[str, str]:
    """Recall and false alarms of the emergency phrases, on lists of tests and unseen ones."""
    from search.emergency.matcher import sounds_like

    found = {}
    for name in ("must_fire.txt", "unseen_fire.txt"):
        wanted = [line.split(" | ") for line in lines(name)]
        fired = sum(sounds_like(text) == kind for kind, text in wanted)
        found[name] = f"{fired} of {len(wanted)}"
    for name in ("must_not_fire.txt", "unseen_not_fire.txt"):
        asked = lines(name)
        found[name] = f"{sum(bool(sounds_like(text)) for text in asked)} of {len(asked)} fired"
    return found


def report(figures: dict[str, Any]) -> str:
    """The figures as text for people, with what is to be reached."""
    out = [f"{key}: {value}" for key, value in figures.items() if key != "kinds"]
    head = "kind: to reach | ours first/five, no result, p50/p95 ms | stock the same"
    out.append(head)
    for row in figures["kinds"]:
        aim = "/".join("–" if value is None else f"{value:.2f}" for value in row["to reach"])
        cells = [
            f"{f['s1']:.3f}/{f['s5']:.3f} {f['zero']:.3f} {f['p50_ms']:.1f}/{f['p95_ms']:.1f}"
            for f in (row["ours"], row.get("stock"))
            if f
        ]
        out.append(f"{row['kind']} ({row['queries']}): {aim} | {' | '.join(cells)}")
    return "\n".join(out)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--pages", type=int, default=0, help="So many pages, by copies.")
    parser.add_argument("--without-stock", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.shared / PAGES).is_file():
        sys.stdout.write("Not measured: the labelled data is not on this machine.\n")
        return 0
    os.environ["DATA_DIR"] = os.environ.get("BENCH_DATA_DIR") or tempfile.mkdtemp(
        prefix="citewell-bench-"
    )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.db import connection

    figures: dict[str, Any] = {"database": connection.vendor}
    figures |= prepare(options.shared, options.pages)
    before = megabytes()
    figures |= first_search_ms()
    figures["kinds"] = relevance(options.shared, not options.without_stock)
    figures["memory, MB before and after"] = [before, megabytes()]
    figures["p95 to reach, ms"] = {"queries": QUERY_MS, "suggestions": SUGGEST_MS}
    figures["honest nothing (0.95)"] = honesty()
    figures["emergencies (0.97, at most 0.05 false)"] = emergencies()
    sys.stdout.write((json.dumps(figures, indent=1) if options.json else report(figures)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
