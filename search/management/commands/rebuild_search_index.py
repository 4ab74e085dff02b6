"""`rebuild_search_index`: make the search index anew while the site serves."""

from typing import Any

from django.core.management.base import BaseCommand

from search.indexing import rebuild


class Command(BaseCommand):
    """Build the whole search index beside the one in use, then change over."""

    help = "Build the search index anew; the site answers from the old one meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and say what was done."""
        verbose = options["verbosity"] > 1
        done = rebuild(lambda count: self.stderr.write(f"{count} pages") if verbose else None)
        self.stdout.write(f"{done.pages} pages in {done.collections} collections.")
