"""``manage.py verify_signoffs``: is every sign-off whole, and live what was signed?"""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from citewell.review.verification import verify


class Command(BaseCommand):
    """Prints every fault with its place; exit code 1 where there is one."""

    help = "Walk the chains of sign-offs and every live page; exit 1 where something is wrong."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        report = verify()
        if options["json"]:
            self.stdout.write(json.dumps(asdict(report), ensure_ascii=False))
        else:
            for fault in report.faults:
                self.stdout.write(fault)
            self.stdout.write(
                f"{report.entries} entries and {report.subjects} live pages and texts checked, "
                f"{len(report.faults)} faults."
            )
        if report.faults:
            raise SystemExit(1)
