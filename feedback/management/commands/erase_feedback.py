"""Erase reports that were closed some time ago."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from feedback.handling import DAYS, erase_closed


class Command(BaseCommand):
    """Runs every day."""

    help = "Erase reported errors that were closed more than 30 days ago; run it daily."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=DAYS, help="Days since closing.")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{erase_closed(options['days'])} reports erased.")
