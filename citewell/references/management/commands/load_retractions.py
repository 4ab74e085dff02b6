"""`load_retractions FILE [--json]`: the Retraction Watch file reaches every page."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from citewell.references.files import Refused
from citewell.references.watching.loading import Loaded, as_report, load

FAULTS = {
    "undecodable": "{} bytes could not be decoded and were replaced.",
    "broken": "{} rows are not whole; what could be read of them was.",
    "undated": "{} records have no date that could be read.",
    "unnamed": "{} records name no work, by DOI or PubMed number.",
    "unknown": "{} records are of a nature that is not known.",
}


class Command(BaseCommand):
    """Read the file, say what it brought and what it lacked."""

    help = "Load the Retraction Watch file (CSV); run it as often as a new one is published."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, how to report."""
        parser.add_argument("file", type=Path, help="the CSV file; “-” for standard input")
        parser.add_argument("--json", action="store_true", help="report as JSON on stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit code 2 and one sentence where the file is refused."""
        path = options["file"]
        try:
            if str(path) == "-":
                loaded = load(sys.stdin.buffer)
            else:
                with path.open("rb") as file:
                    loaded = load(file)
        except OSError:
            self.stderr.write(f"The file “{path}” cannot be read.")
            sys.exit(2)
        except Refused as refused:
            self.stderr.write(str(refused))
            sys.exit(2)
        if options["json"]:
            self.stdout.write(json.dumps(as_report(loaded), ensure_ascii=False))
        else:
            self._tell(loaded)

    def _tell(self, loaded: Loaded) -> None:
        self.stdout.write(
            f"{loaded.records} records: {loaded.new} new, {loaded.changed} changed, "
            f"{loaded.gone} known from before that the file does not hold."
        )
        if loaded.repeated:
            self.stdout.write(f"{loaded.repeated} rows repeat the number of another.")
        for name, sentence in FAULTS.items():
            if number := getattr(loaded.faults, name):
                self.stdout.write(sentence.format(number))
        for title in loaded.retracted:
            self.stdout.write(f"Retracted: {title}")
        for title in loaded.lifted:
            self.stdout.write(f"No longer retracted: {title}")
        self.stdout.write(
            f"{loaded.other} further sources have other notices than before; "
            f"{loaded.mails} mails sent."
        )
