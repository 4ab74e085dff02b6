"""`import_conditions`: condition pages from JSON lines."""

import gzip
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Site

from conditions.models import ConditionIndexPage
from search.condition_import import import_conditions


class Command(BaseCommand):
    """Create or update condition pages from a file, below one section."""

    help = "Import condition pages from JSON lines (.jsonl or .jsonl.gz)."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, the section and the state of the pages."""
        parser.add_argument("file", type=Path, help="Lines with external_id, title, …")
        parser.add_argument("--parent", type=int, help="Number of the section's page.")
        parser.add_argument("--state", choices=["draft", "unsigned"], default="draft")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import and report."""
        if options["parent"]:
            parent = ConditionIndexPage.objects.filter(pk=options["parent"]).first()
        else:
            parent = _section()
        if parent is None:
            raise CommandError("There is no such section of conditions.")
        file: Path = options["file"]
        try:
            raw = file.read_bytes()
            text = (gzip.decompress(raw) if file.suffix == ".gz" else raw).decode("utf-8")
        except (OSError, EOFError, ValueError) as problem:
            raise CommandError(f"{file} cannot be read: {problem}") from problem
        # Lines end with "\n" alone: other separators may stand in their texts.
        done = import_conditions(text.split("\n"), parent, live=options["state"] == "unsigned")
        for fault in done.faults:
            self.stderr.write(fault)
        self.stdout.write(
            f"{done.created} created, {done.updated} updated, {len(done.faults)} lines left out."
        )


def _section() -> ConditionIndexPage | None:
    """The section for imports below the default site's home page, made where missing."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        return None
    found = ConditionIndexPage.objects.filter(slug="imported-conditions").first()
    made: ConditionIndexPage = found or site.root_page.add_child(
        instance=ConditionIndexPage(
            title="Imported conditions", slug="imported-conditions", locale=site.root_page.locale
        )
    )
    return made
