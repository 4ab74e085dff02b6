"""Read all pages anew and write which source is used where."""

from typing import Any

from django.core.management.base import BaseCommand

from citewell.references.usage import rebuild


class Command(BaseCommand):
    """Thin: the work is `citewell.references.usage.rebuild`."""

    help = "Reads all pages anew and writes which source is used where."

    def handle(self, *args: Any, **options: Any) -> None:
        pages, usages = rebuild()
        self.stdout.write(f"Read {pages} pages; {usages} places name a source.")
