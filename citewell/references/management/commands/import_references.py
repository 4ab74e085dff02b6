"""`import_references FILE [--json]`: a file of a reference manager goes into the library."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from citewell.references.files import Refused, read_bytes
from citewell.references.formats import read
from citewell.references.library import add_readings


class Command(BaseCommand):
    """Read the file, save the sources, say what was not whole."""

    help = "Put a RIS, BibTeX, NBIB, EndNote XML, CSL-JSON, Word or text file into the library."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, how to report."""
        parser.add_argument("file", type=Path, help="the file; “-” for standard input")
        parser.add_argument("--json", action="store_true", help="report as JSON on stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit code 2 and one sentence where the file is refused."""
        try:
            contents = read(options["file"].name, read_bytes(options["file"], sys.stdin.buffer))
        except Refused as refused:
            self.stderr.write(str(refused))
            sys.exit(2)
        added = add_readings(contents.readings)
        if options["json"]:
            report = {
                "read": len(contents.readings),
                "new": [source.pk for source in added.new],
                "known": [source.pk for source in added.known],
                "problems": contents.problems,
            }
            self.stdout.write(json.dumps(report, ensure_ascii=False))
            return
        self.stdout.write(
            f"{len(contents.readings)} references: {len(added.new)} new, "
            f"{len(added.known)} already in the library."
        )
        for problem in contents.problems:
            self.stdout.write(f"Note: {problem}")
