"""Seconds to find phrases in many pages: `make bench-find-text`.

Builds the demo with generated condition pages on SQLite (or DATABASE_URL), indexes it, and asks
for a rare dose, a common word, a link, word forms and a near spelling.
"""

import argparse
import os
import statistics
import tempfile
import time

ASKED = [
    ("400 mg", {}),
    ("back pain", {}),
    ("pain", {}),
    ("nhs.uk", {}),
    ("exercising", {"forms": True}),
    ("ibuprofin", {"near": True}),
    ("zzzz nothing", {}),
    ("the", {}),
    ("the", {"forms": True, "near": True}),
]
RUNS = 5


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
        from django.core.management import call_command
        from django.db import connection
        from wagtail.models import Page

        from citewell.wording.finding_text import find_text
        from citewell.wording.indexing import rebuild
        from citewell.wording.models import IndexedPassage
        from citewell.wording.querying import understand

        call_command("migrate", verbosity=0)
        call_command("load_demo", conditions=pages, json=True)
        start = time.perf_counter()
        rebuild()
        print(  # noqa: T201
            f"{connection.vendor}: {Page.objects.count()} pages, "
            f"{IndexedPassage.objects.count()} passages, indexed in "
            f"{time.perf_counter() - start:.1f} s"
        )
        for phrase, options in ASKED:
            times = []
            for _run in range(RUNS):
                start = time.perf_counter()
                answer = find_text(understand(phrase, **options))
                times.append(time.perf_counter() - start)
            print(  # noqa: T201
                f"“{phrase}” {' '.join(options)}: median {statistics.median(times):.2f} s, "
                f"slowest {max(times):.2f} s, {answer.passages} places of {answer.subjects}",
                flush=True,
            )


if __name__ == "__main__":
    main()
