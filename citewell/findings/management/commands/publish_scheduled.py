"""``manage.py publish_scheduled``: Wagtail's command, in which nothing keeps the others back."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from citewell.findings.scheduled import due_revisions, expired_objects, publish_due


class Command(BaseCommand):
    """Prints what was done and what failed; the work is in ``citewell.findings.scheduled``."""

    help = "Publish what is due, take down what expired; exit 1 where something could not, and why."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dryrun", "--dry-run", action="store_true", help="say what is due, change nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dryrun"]:
            for revision in due_revisions():
                self.stdout.write(f"To be published: “{revision.object_str}” ({revision.pk})")
            for obj in expired_objects():
                self.stdout.write(f"To be taken down: “{obj}” ({obj.pk})")
            return
        outcome = publish_due()
        if options["verbosity"]:
            for place in outcome.published:
                self.stdout.write(f"Published: {place}")
            for place in outcome.expired:
                self.stdout.write(f"Taken down: {place}")
        if outcome.failed:
            raise CommandError("\n".join(outcome.failed.values()))
