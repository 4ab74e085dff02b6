"""`parse_references [FILE] [--json]`: a pasted list of references becomes CSL-JSON."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from citewell.references.files import Refused, as_text, read_bytes
from citewell.references.reading import read_article


class Command(BaseCommand):
    """Read the text, print one JSON list."""

    help = "Read a list of references and print each as CSL-JSON with the confidence of its parse."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Where the list stands, how to print."""
        parser.add_argument(
            "file", type=Path, nargs="?", help="a text file; without it standard input is read"
        )
        parser.add_argument("--json", action="store_true", help="on one line, for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit code 2 and one sentence where the file is refused."""
        try:
            text = as_text(read_bytes(options["file"], sys.stdin.buffer))
        except Refused as refused:
            self.stderr.write(str(refused))
            sys.exit(2)
        readings, left_out = read_article(text)
        if left_out:
            self.stderr.write(f"{left_out} lines of an article around the list were left out.")
        found = [reading.as_json() for reading in readings]
        indent = None if options["json"] else 1
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=indent))
