"""How well and how fast patients' words are answered: `make bench-search`.

Takes a folder with `conditions.jsonl.gz` and judgement files (`B.*.csv` searches, `C.*.csv`
suggestions), builds a site of its own on SQLite and on PostgreSQL, and asks every judged query
of our search and of Wagtail's stock one in the same run. Pages are imported in steps, so the
same run shows how the time grows; beyond those of the file, pages are made of parts of others.
Wagtail's search on SQLite is too slow for all queries: `--stock` of each set are asked there.
"""

import argparse
import gzip
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

STEPS = (1_000, 2_000, 4_711, 10_000)
TIMED = 250
ROOT = Path(__file__).parents[2]


def say(text: str = "") -> None:
    """Print a line at once."""
    print(text, flush=True)  # noqa: T201


def lines(folder: Path, wanted: int) -> list[str]:
    """The file's pages, then made ones: titles and texts put together anew from parts."""
    with gzip.open(folder / "conditions.jsonl.gz", "rt", encoding="utf-8") as file:
        held = [line for line in file.read().split("\n") if line.strip()]
    rows = [json.loads(line) for line in held]
    chosen = random.Random(7)
    for number in range(len(held), wanted):
        first, second, third = (chosen.choice(rows) for _ in range(3))
        words = first["title"].split()[:2] + second["title"].split()[-2:]
        row = {
            "external_id": f"made-{number}",
            "title": " ".join(words),
            "also_called": [],
            "summary": third["summary"],
            "aspects": {
                name: text for one in (first, third) for name, text in one["aspects"].items()
            },
        }
        held.append(json.dumps(row))
    return held[:wanted]


def stock(suggest: bool) -> Callable[[str], Sequence[str]]:
    """Wagtail's own search as its guide shows it; a query it fails on finds nothing."""
    from django.db import transaction
    from wagtail.models import Page

    from search import asking

    named = asking.targets()

    def find(text: str) -> list[str]:
        pages = Page.objects.live()
        try:
            with transaction.atomic():
                found = pages.autocomplete(text) if suggest else pages.search(text)
                return [named.get(page.pk, "") for page in found[:10]]
        except Exception:
            return []

    return find


def measure(folder: Path, limit: int, steps: Sequence[int], stock_queries: int) -> dict[str, Any]:
    """All figures of the database at hand."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from wagtail.models import Site

    from search import asking
    from search.evaluation import evaluate, read

    call_command("migrate", verbosity=0)
    site = Site.objects.get(is_default_site=True)
    sets = {
        path.name.removesuffix(".dev.csv").removesuffix(".csv"): read(
            path.read_text(encoding="utf-8").splitlines()
        )
        for path in sorted(folder.glob("[BC].*.csv"))
    }
    if limit:
        sets = {
            name: random.Random(1).sample(some, min(limit, len(some)))
            for name, some in sets.items()
        }
    chosen = random.Random(3)
    mixed = [one for name, some in sets.items() if name[0] == "B" for one in some]
    typed = [one for name, some in sets.items() if name[0] == "C" for one in some]
    mixed, typed = (chosen.sample(some, min(TIMED, len(some))) for some in (mixed, typed))
    done: dict[str, Any] = {"sets": {}, "growth": {}}
    pages = lines(folder, max(steps))
    before = 0
    full = steps[-2] if len(steps) > 1 else steps[-1]
    for step in steps:
        began = time.perf_counter()
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write("\n".join(pages[before:step]))
            file.flush()
            call_command("import_conditions", file.name, state="unsigned", stdout=StringIO())
        took = time.perf_counter() - began
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        ours, suggested = asking.searching(site), asking.suggesting(site)
        evaluate(mixed[:20], ours)
        row = {
            "import_s": took,
            "pages_imported": step - before,
            "search": evaluate(mixed, ours).as_dict(),
            "suggest": evaluate(typed, suggested).as_dict(),
        }
        before = step
        call_command("update_index", stdout=StringIO(), verbosity=0)
        few = mixed[:stock_queries] if connection.vendor == "sqlite" else mixed[:TIMED]
        row["stock"] = evaluate(few, stock(False)).as_dict()
        done["growth"][step] = row
        say(f"{connection.vendor} {step}: {json.dumps(row)}")
        if step != full:
            continue
        for name, some in sets.items():
            suggest = name[0] == "C"
            some_stock = some[:stock_queries] if connection.vendor == "sqlite" else some
            done["sets"][name] = {
                "ours": evaluate(some, suggested if suggest else ours).as_dict(),
                "stock": evaluate(some_stock, stock(suggest)).as_dict(),
            }
            say(f"{connection.vendor} {name}: {json.dumps(done['sets'][name])}")
    done["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return done


def table(figures: dict[str, dict[str, Any]]) -> None:
    """Print all figures as tables for `docs/search.md`."""
    cell = "{s1:.3f} / {s5:.3f} / {zero:.3f}".format_map
    databases = list(figures)
    say("\nFirst place / first five / without result:\n")
    heads = [f"{who} {name}" for name in databases for who in ("ours", "stock")]
    say(f"| set | queries | {' | '.join(heads)} |\n|{'---|' * (2 + len(heads))}")
    for name in figures[databases[0]]["sets"]:
        rows = [figures[d]["sets"][name] for d in databases]
        cells = [cell(row[who]) for row in rows for who in ("ours", "stock")]
        say(f"| {name} | {rows[0]['ours']['queries']} | {' | '.join(cells)} |")
    say("\nMilliseconds, p50 / p95:\n")
    heads = [f"{what} {name}" for name in databases for what in ("search", "suggest", "stock")]
    say(f"| pages | {' | '.join(heads)} |\n|{'---|' * (1 + len(heads))}")
    speed = "{p50_ms:.1f} / {p95_ms:.1f}".format_map
    for step in figures[databases[0]]["growth"]:
        rows = [figures[d]["growth"][step] for d in databases]
        cells = [speed(row[what]) for row in rows for what in ("search", "suggest", "stock")]
        say(f"| {step} | {' | '.join(cells)} |")
    for name in databases:
        say(f"{name}: at most {figures[name]['memory_mb']:.0f} MB")


def main() -> None:
    """Measure both databases, each in a process of its own, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT.parent / "shared" / "searchbench")
    parser.add_argument("--limit", type=int, default=0, help="Queries of each set; 0: all.")
    parser.add_argument("--steps", type=int, nargs="+", default=STEPS, help="Pages, in steps.")
    parser.add_argument("--stock", type=int, default=8, help="Stock queries of a set on SQLite.")
    parser.add_argument("--one", type=Path, help="Measure the database at hand into this file.")
    given = parser.parse_args()
    if not (given.folder / "conditions.jsonl.gz").is_file():
        sys.exit(f"{given.folder} has no conditions.jsonl.gz: name a folder with --folder.")
    if given.one:
        done = measure(given.folder, given.limit, given.steps, given.stock)
        given.one.write_text(json.dumps(done))
        return
    figures = {}
    for name, before in (("sqlite", []), ("postgresql", ["-m", "tests.postgres", "--"])):
        with tempfile.TemporaryDirectory() as folder:
            result = Path(folder) / "figures.json"
            command = [sys.executable, *before, *([sys.executable] if before else [])]
            command += ["-m", "tests.search.bench", *sys.argv[1:], "--one", str(result)]
            environment = {**os.environ, "DATA_DIR": folder}
            environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
            subprocess.run(command, check=True, cwd=ROOT, env=environment)
            figures[name] = json.loads(result.read_text())
    table(figures)


if __name__ == "__main__":
    main()
