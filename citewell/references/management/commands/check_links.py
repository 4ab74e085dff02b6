"""`check_links`: are the addresses that sources and pages lead to still there?"""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from citewell.references.links.checking import check_links


class Command(BaseCommand):
    """Run from cron every night; a run that broke off is gone on with by the next."""

    help = "Check the outside links of sources and live pages, politely; run it every night."

    def add_arguments(self, parser: CommandParser) -> None:
        """How long, how often, how to report."""
        parser.add_argument("--days", type=int, default=7, help="leave alone what is newer")
        parser.add_argument("--minutes", type=float, default=60, help="begin no link after them")
        parser.add_argument("--pause", type=float, default=1.0, help="seconds a host is spared")
        parser.add_argument("--json", action="store_true", help="report as JSON on stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        checked = check_links(
            days=options["days"], minutes=options["minutes"], pause=options["pause"]
        )
        if options["json"]:
            self.stdout.write(json.dumps(asdict(checked), ensure_ascii=False))
            return
        counts = ", ".join(f"{number} {state}" for state, number in sorted(checked.checked.items()))
        self.stdout.write(f"{checked.links} outside links; checked: {counts or 'none'}.")
        for url in checked.dead:
            self.stdout.write(f"Dead since today: {url}")
        if checked.waiting:
            self.stdout.write(f"{checked.waiting} wait for the next run.")
