"""`format_references FILE --style NAME`: a CSL-JSON list as the lines of a reference list."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from citewell.references.files import Refused, as_text, read_bytes
from citewell.references.listing import lines_of, read_items
from citewell.references.styles import STYLES


class Command(BaseCommand):
    """Read the items, print one line for each."""

    help = "Print the items of a CSL-JSON list in a style, one per line, in their order."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The list and its style."""
        parser.add_argument("file", type=Path, help="a CSL-JSON list; “-” for standard input")
        parser.add_argument("--style", default="vancouver", help=" or ".join(STYLES))

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit code 2 and one sentence where the file or the style is refused."""
        try:
            items = read_items(as_text(read_bytes(options["file"], sys.stdin.buffer)))
            lines = lines_of(items, options["style"])
        except Refused as refused:
            self.stderr.write(str(refused))
            sys.exit(2)
        for line in lines:
            self.stdout.write(line)
