"""Measures loading retractions: `python -m tests.citewell.references.bench_retractions`.

Runs on the database of `DATABASE_URL`, else on SQLite in `DATA_DIR`; both should be empty, and
`make bench-retractions` sees to that. The file is made up, seeded, as large as the real one.
"""

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
NATURES = ["Retraction"] * 85 + ["Expression of concern"] * 8 + ["Correction"] * 6
NATURES += ["Reinstatement"]


def rows(number: int, rng: random.Random) -> Iterator[dict[str, str]]:
    """So many rows; a third has no DOI, half no PubMed number, each cell as long as usual."""
    from tests.citewell.references.watching.file import row

    for each in range(1, number + 1):
        words = " ".join(
            rng.choice(["exercise", "sleep", "pain", "knee", "trial"]) for _ in "." * 12
        )
        yield row(
            each,
            nature=rng.choice(NATURES),
            date=f"{rng.randrange(1, 13)}/{rng.randrange(1, 29)}/{rng.randrange(1990, 2026)} 0:00",
            doi=f"10.{1000 + each % 900}/made.up.{each}" if each % 3 else "unavailable",
            pmid=str(10_000_000 + each) if each % 2 else "0",
            RetractionDOI=f"10.{1000 + each % 900}/notice.{each}",
            RetractionPubMedID="0",
            Title=words.capitalize(),
            Author=";".join(f"Author{rng.randrange(9999)} Name" for _ in range(5)),
            Institution="Department of Examples, University of Nowhere, Exampletown; " * 3,
            Reason="+Error in Data;+Investigation by Journal/Publisher;+Unreliable Results;",
            URLS="https://retraction.example/2020/01/01/a-page/;https://retraction.example/b/",
        )


def measure(number: int, library: int) -> dict[str, Any]:
    """Seconds to load a file of so many rows into a library of so many sources, and again."""
    from citewell.references.library import add_readings
    from citewell.references.models import Source
    from citewell.references.reading import Reading
    from citewell.references.watching.loading import load
    from tests.citewell.references.watching.file import COLUMNS, file_of

    rng = random.Random(1)
    items = [
        {
            "type": "article-journal",
            "title": f"Invented work {n}",
            "DOI": f"10.{1000 + 7 * n % 900}/made.up.{7 * n}",
        }
        for n in range(1, library + 1)
    ]
    add_readings([Reading(item["title"], item, "green") for item in items])
    figures: dict[str, Any] = {"rows": number, "sources": library}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "retractions.csv"
        with path.open("wb") as file:
            file.write(file_of(columns=COLUMNS))
            for each in rows(number, rng):
                file.write(file_of(each).split(b"\r\n", 1)[1])
        figures["megabytes of the file"] = round(path.stat().st_size / 1e6, 1)
        for name in ("first load, s", "again, s"):
            begin = time.perf_counter()
            with path.open("rb") as file:
                loaded = load(file)
            figures[name] = round(time.perf_counter() - begin, 1)
            figures[f"{name.removesuffix(', s')}, new"] = loaded.new
            assert loaded.records == number
    figures["sources retracted"] = Source.objects.filter(is_retracted=True).count()
    figures["megabytes of memory at most"] = round(
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    )
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=70_000)
    parser.add_argument("--sources", type=int, default=10_000)
    options = parser.parse_args()
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    figures = {"database": connection.vendor, **measure(options.rows, options.sources)}
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
