"""Make every cached page stale."""

from typing import Any

from django.core.management.base import BaseCommand

from citewell.pagecache.watching import spoil


class Command(BaseCommand):
    """For changes that no process of ours made: SQL by hand, files, templates."""

    help = "Make every cached page stale, after changes made past Django."

    def handle(self, *args: Any, **options: Any) -> None:
        spoil()
        self.stdout.write("Every page will be made anew.")
