"""``manage.py erase_signer KEY --reason …``: erase who signed, keep what was signed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from citewell.review.erasure import erase_signer


class Command(BaseCommand):
    """The key is the user's primary key; it works as well when the user is gone."""

    help = "Erase a signer's name and registration; the chain says that it was done and verifies."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("key", type=int, help="the user's primary key")
        parser.add_argument("--reason", required=True, help="why; kept in the chain")

    def handle(self, *args: Any, **options: Any) -> None:
        count = erase_signer(options["key"], reason=options["reason"])
        self.stdout.write(f"Erased from {count} entries.")
