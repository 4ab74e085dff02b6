"""``manage.py backup FILE``: everything the site holds, in one checked file."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from operations.backup.archive import BackupError
from operations.backup.making import backup, forget_older
from operations.backup.sealing import recipients_of


class Command(BaseCommand):
    """Prints where the backup is; the work is in ``operations.backup``."""

    help = "Back up database and uploads into FILE while the site runs; exit 1 where it failed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a new file, or a folder")
        parser.add_argument(
            "--keep", type=int, default=0, help="in a folder: how many backups to keep; 0 for all"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            recipients = recipients_of(settings.CITEWELL_BACKUP_RECIPIENTS)
            path, manifest = backup(options["file"], recipients)
        except BackupError as error:
            raise CommandError(str(error)) from error
        if options["keep"] > 0 and options["file"].is_dir():
            forget_older(options["file"], options["keep"])
        self.stdout.write(
            f"{path}: {manifest.pages} pages, {path.stat().st_size} bytes, "
            f"{'encrypted' if recipients else 'not encrypted'}"
        )
        for name in manifest.missing:
            self.stderr.write(f"The database names {name}, which is not among the uploads.")
