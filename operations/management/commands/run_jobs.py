"""``manage.py run_jobs``: everything that has to happen by itself."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from operations.jobs import Runner


class Command(BaseCommand):
    """Runs the jobs; the work is in ``operations.jobs``."""

    help = "Run the site's jobs, each in its time, until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="run each once, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        runner = Runner()
        if not options["once"]:
            runner.run_for_ever()
        elif failed := runner.run_due():
            raise CommandError(f"Failed: {', '.join(failed)}.")
