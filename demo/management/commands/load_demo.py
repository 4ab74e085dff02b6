"""Load the demo clinic; the work is in ``demo.build``."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demo.build import NotTheDemo, load_demo
from demo.users import USERS


class Command(BaseCommand):
    """Loads the demo and says what was made."""

    help = "Build the demo clinic. Running it again adds only what is missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing where the site has pages already"
        )
        parser.add_argument(
            "--conditions", type=int, default=0, metavar="N", help="N generated condition pages too"
        )
        parser.add_argument("--json", action="store_true", help="print the result as JSON alone")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            result = load_demo(
                only_if_empty=options["if_empty"],
                generated=max(options["conditions"], 0),
                password=settings.ENVIRONMENT.admin_password,
            )
        except NotTheDemo as refusal:
            raise CommandError(str(refusal)) from refusal
        # With --json stdout holds the JSON alone; a new random password must not be lost.
        words = self.stderr if options["json"] else self.stdout
        if options["json"]:
            self.stdout.write(json.dumps(result.counts()))
        elif result.pages or result.generated:
            self.stdout.write(f"Demo: {result.pages} pages made, {result.generated} generated.")
        if result.password and not settings.ENVIRONMENT.admin_password:
            words.write(f"Password of {', '.join(USERS)} (shown only now): {result.password}")
