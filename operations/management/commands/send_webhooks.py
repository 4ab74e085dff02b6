"""Send webhooks whose time has come."""

from typing import Any

from django.core.management.base import BaseCommand

from operations.delivery import send_due


class Command(BaseCommand):
    """Tries what waits; the work is in ``operations.delivery``."""

    help = "Send webhooks that wait for an attempt; run it every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        counts = send_due()
        self.stdout.write(", ".join(f"{number} {state}" for state, number in counts.items()))
