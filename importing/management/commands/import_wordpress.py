"""`import_wordpress EXPORT.xml`: the posts and pages of a WordPress site become drafts."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from importing.document import Refused
from importing.parents import find_parent
from importing.wordpress.importer import import_wordpress


class Command(BaseCommand):
    """Read the export, write the drafts, say what came and what did not."""

    help = "Make drafts of the posts and pages in a WordPress export; again brings what is new."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, where it goes, the uploads, how to report."""
        parser.add_argument("file", type=Path, help="the .xml file of WordPress's Tools, Export")
        parser.add_argument(
            "--parent", default="", help="number or address of the article index they go under"
        )
        parser.add_argument(
            "--media", type=Path, help="a copy of the folder wp-content/uploads; nothing is fetched"
        )
        parser.add_argument("--json", action="store_true", help="report as JSON on stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit code 2 and one sentence where the file or the place is refused."""
        try:
            report = import_wordpress(
                options["file"], find_parent(options["parent"]), options["media"]
            )
        except Refused as refused:
            self.stderr.write(str(refused))
            sys.exit(2)
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
            return
        for line in report.lines():
            self.stdout.write(line)
