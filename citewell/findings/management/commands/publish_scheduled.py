"""Wagtail's command, in which one page that may not go live does not keep the others back."""

from typing import Any

from wagtail.management.commands import publish_scheduled

from citewell.findings.gate import going_on


class Command(publish_scheduled.Command):
    """Publishes what is due; says what was refused and why, and leaves it scheduled."""

    help = "Publish what is due, take down what expired; name what may not go live and why."

    def handle(self, *args: Any, **options: Any) -> None:
        with going_on() as refused:
            super().handle(*args, **options)
        for refusal in refused:
            self.stderr.write(str(refusal))
