"""``manage.py restore FILE``: a backup into an empty database, of either kind."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from operations.backup.archive import BackupError
from operations.backup.restoring import restore
from operations.backup.sealing import identities_of


class Command(BaseCommand):
    """Prints what was restored; the work is in ``operations.backup``."""

    help = "Restore a backup into an empty database; exit 1 where it failed or does not verify."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="what backup wrote")
        parser.add_argument(
            "--identity", type=Path, help="a file with the secret key of an encrypted backup"
        )
        parser.add_argument(
            "--anchor", type=Path, help="a copy of signoff-anchor.json that was kept elsewhere"
        )
        parser.add_argument(
            "--reason", default="", help="why an older chain of sign-offs is restored"
        )
        parser.add_argument("--by", default="", help="who restores: a user name, for the chain")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outcome = restore(
                options["file"],
                identities=identities_of(options["identity"]) if options["identity"] else (),
                newest=options["anchor"],
                reason=options["reason"],
                by=options["by"],
            )
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{outcome.manifest.pages} pages, {outcome.rows} rows and {outcome.files} files "
            f"of {outcome.manifest.made_at} restored"
        )
        for site in outcome.lost:
            self.stdout.write(f"The chain of site {site} says that its last entries were lost.")
        if outcome.faults:
            raise CommandError("\n".join(outcome.faults))
