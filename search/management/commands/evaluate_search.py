"""`evaluate_search`: judged queries through the code the site uses."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Site

from search import asking
from search.evaluation import evaluate, read


class Command(BaseCommand):
    """Print how well the search answers the judged queries of a file."""

    help = "Measure the search (or, with --suggest, the suggestions) with judged queries."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, the site and the form of the answer."""
        parser.add_argument("file", type=Path, help="CSV with query, target (external_id), grade.")
        parser.add_argument("--suggest", action="store_true", help="Measure the suggestions.")
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")
        parser.add_argument("--site", type=int, help="Number of the site; the default one without.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Evaluate and print."""
        site = (
            Site.objects.filter(pk=options["site"]) or Site.objects.filter(is_default_site=True)
        ).first()
        if site is None:
            raise CommandError("There is no such site.")
        try:
            with options["file"].open(encoding="utf-8", newline="") as lines:
                judged = read(lines)
        except (OSError, KeyError, ValueError) as fault:
            raise CommandError(f"{options['file']} cannot be read: {fault}") from fault
        find = (asking.suggesting if options["suggest"] else asking.searching)(site)
        try:
            figures = evaluate(judged, find).as_dict()
        except ValueError as fault:
            raise CommandError(str(fault)) from fault
        if options["json"]:
            self.stdout.write(json.dumps(figures))
            return
        for name, value in figures.items():
            self.stdout.write(f"{name:8} {value:g}")
