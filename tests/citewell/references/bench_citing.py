"""Measures a page with 300 sources and 500 marks beside two without: `make bench-citing`.

One lists the same sources and cites none; one has no sources at all.

Runs on the database of `DATABASE_URL`, else on SQLite in `DATA_DIR`; both should be empty, and
`make bench-citing` sees to that. The pages are rendered in turn, from the database to the
last byte, past the page cache; the first time writes each reference in its style. Once
everything is asked for anew each time, as after a change; once what pages remember until the
next change is remembered, as for a visitor with a session.
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

TEXT = "walking often helps more than rest and most people feel better within a few weeks"
WORDS = TEXT.split()


def bodies(sources: list[int], marks: int) -> tuple[list[Any], list[Any]]:
    """The body of a long article with so many marks, and the same without."""
    from citewell.references.citing.marks import tag

    rng = random.Random(1)
    order = [*sources, *rng.choices(sources, k=marks - len(sources))]
    cited, bare = [], []
    for place in range(0, marks, 10):
        with_marks = without = ""
        for start in range(place, place + 10, 2):
            sentences = [" ".join(rng.choices(WORDS, k=30)).capitalize() + "." for _ in "ab"]
            pair = [tag(one) for one in order[start : start + 2]]
            marked = " ".join(s + m for s, m in zip(sentences, pair, strict=False))
            with_marks += f"<p>{marked}</p>"
            without += f"<p>{' '.join(sentences)}</p>"
        heading = ("heading", {"text": f"Part {place}", "level": "2"})
        cited += [heading, ("rich_text", with_marks)]
        bare += [heading, ("rich_text", without)]
    return cited, bare


def render(page: Any) -> tuple[float, int, str]:
    """Milliseconds, queries and HTML of one page, read anew from the database."""
    from django.db import connection
    from django.test import RequestFactory
    from django.test.utils import CaptureQueriesContext

    request = RequestFactory().get("/", SERVER_NAME="localhost")
    begin = time.perf_counter()
    with CaptureQueriesContext(connection) as captured:
        response = type(page).objects.get(pk=page.pk).serve(request)
        html = response.render().content.decode()
    return 1000 * (time.perf_counter() - begin), len(captured), html


def measure(sources: int, marks: int, times: int) -> dict[str, Any]:
    """What pages cost that cite, list, or do neither, and how many times longer citing takes."""
    from citewell.references.models import Source
    from tests import factories
    from tests.citewell.references.bench_library import item

    rng = random.Random(2)
    rows = [Source(csl=item(number, rng)) for number in range(sources)]
    for row in rows:
        row.derive()
    keys = [row.pk for row in Source.objects.bulk_create(rows)]
    cited_body, bare_body = bodies(keys, marks)
    few_body, _bare = bodies(keys[:1], 10)
    cited, bare, few = (factories.article(body=body) for body in (cited_body, bare_body, few_body))
    items = [{"source": one, "line": ""} for one in Source.objects.in_bulk(keys).values()]
    listed = factories.article(body=bare_body, references=[("reference_list", items)])
    cold, _queries, html = render(cited)
    assert html.count('role="doc-noteref"') == marks, html.count('role="doc-noteref"')
    assert html.count('id="reference-') == sources
    pages = {"cited": cited, "listed": listed, "bare": bare, "one source": few}
    folder = tempfile.mkdtemp()
    return {
        "sources": sources,
        "marks": marks,
        "first time, ms": round(cold),
        "all asked anew": compare(pages, times),
        "shared things remembered": compare(pages, times, store="files", folder=folder),
    }


def compare(pages: dict[str, Any], times: int, **cache: str) -> dict[str, Any]:
    """Milliseconds and queries of pages rendered in turn, with such a page cache."""
    from django.conf import settings
    from django.test import override_settings

    spent: dict[str, list[float]] = {name: [] for name in pages}
    queries = {}
    with override_settings(CITEWELL_PAGE_CACHE={**settings.CITEWELL_PAGE_CACHE, **cache}):
        for _round in range(times):
            for name, page in pages.items():
                milliseconds, queries[name], _html = render(page)
                spent[name].append(milliseconds)
    medians = {name: statistics.median(its) for name, its in spent.items()}
    return {
        "ms": {name: round(median, 1) for name, median in medians.items()},
        "queries": queries,
        "citing, times as long as listing": round(medians["cited"] / medians["listed"], 2),
        "citing, times as long as no sources": round(medians["cited"] / medians["bare"], 2),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=300)
    parser.add_argument("--marks", type=int, default=500)
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    figures = measure(options.sources, options.marks, options.times)
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
