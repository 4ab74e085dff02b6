"""Mails each reviewer and content owner what waits for them; once a week however often it runs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from citewell.review.digest import send_digests


class Command(BaseCommand):
    """Prints how many mails were sent; ends with 1 where one could not be."""

    help = "Mail each reviewer and content owner what waits for them, once a week."

    def handle(self, *args: Any, **options: Any) -> None:
        result = send_digests()
        self.stdout.write(f"{result.sent} mails sent.")
        if result.failed:
            raise CommandError(f"Not sent to the users {', '.join(result.failed)}; see the log.")
