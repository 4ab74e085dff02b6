"""``forget_sign_ins``: remove old failures of signing in."""

from typing import Any

from django.core.management.base import BaseCommand

from access.lock_out import KEPT_DAYS, forget_old


class Command(BaseCommand):
    """Meant for a daily job; signing in does the same."""

    help = "Remove failures of signing in that are older than 30 days."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        self.stdout.write(f"{forget_old()} failures older than {KEPT_DAYS} days removed.")
