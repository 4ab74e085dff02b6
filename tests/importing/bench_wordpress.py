"""Measures a move from WordPress: `make bench-wordpress` (1,000 posts, an empty data folder).

Seconds and the process's peak memory to read the export, to import it, and to import it again.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import django

from importing.readers.wordpress import items, read_post, survey
from tests.importing.readers.wxr_maker import author, export, item

POSTS = 1_000
SENTENCE = "This is a sentence about care and what it can and cannot do. "
CLASSIC = f"{SENTENCE * 4}\n\n<h3>What helps</h3>\n{SENTENCE * 6}\n<ul>\n<li>One</li>\n</ul>\n\n"
PARAGRAPH = f"<!-- wp:paragraph -->\n<p>{SENTENCE * 5}</p>\n<!-- /wp:paragraph -->\n"
BLOCKS = f"{PARAGRAPH * 2}<!-- wp:heading --><h2>What helps</h2><!-- /wp:heading -->\n{PARAGRAPH}"
REFERENCES = "<h3>References</h3>\n" + "".join(
    f"{n}. Example A, Sample B. An invented study. J Test. 2010;{n}:1-9.\n" for n in range(1, 11)
)


def write_export(path: Path) -> None:
    """Posts of both editors with ten references and two comments each."""
    rows = (
        item(n, f"Post {n}", (BLOCKS if n % 2 else CLASSIC) * 2 + REFERENCES, comments=2)
        for n in range(1, POSTS + 1)
    )
    path.write_bytes(export(*rows, before=author("anna", "Anna Nowak")))


def measured(name: str, work: Callable[[], str]) -> None:
    """Run and print what it took."""
    start, used = time.perf_counter(), time.process_time()
    found = work()
    seconds, used = time.perf_counter() - start, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        f"{name}: {seconds:.1f} s ({used:.1f} s of the processor), {peak} MB, {found}\n"
    )


def read(path: Path) -> str:
    """Read each post, without a database."""
    with path.open("rb") as file:
        found = survey(file)
    with path.open("rb") as file:
        references = sum(len(read_post(each, found).document.references) for each in items(file))
    return f"{found.kinds['post']} posts, {references} references"


def main() -> None:
    django.setup()
    from importing.parents import find_parent
    from importing.wordpress.importer import import_wordpress

    def imported() -> str:
        report = import_wordpress(path, find_parent())
        return f"{len(report.created)} made, {report.unchanged} unchanged"

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.xml"
        write_export(path)
        sys.stdout.write(f"{path.stat().st_size / 1e6:.1f} MB\n")
        measured("read", lambda: read(path))
        measured("imported", imported)
        measured("imported again", imported)


if __name__ == "__main__":
    main()
