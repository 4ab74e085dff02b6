"""Serve the site with the production server on the loopback addresses."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from operations.port import listen_addresses, taken_sentence
from operations.serving import Server


class Command(BaseCommand):
    """Starts the server; the work is in ``operations.serving``."""

    help = "Serve the site with the production server, on PORT, until Ctrl-C."

    def handle(self, *args: Any, **options: Any) -> None:
        environment = settings.ENVIRONMENT
        try:
            given = [f"{address}:{environment.port}" for address in environment.citewell_listen]
            bind = given or listen_addresses(environment.port)
        except OSError as error:
            raise CommandError(taken_sentence(environment.port)) from error
        local = f"http://localhost:{environment.port}"
        self.stdout.write(f"Site:  {environment.public_url}/")
        self.stdout.write(f"Admin: {environment.public_url}/{environment.citewell_admin_path}/")
        if environment.public_url != local:
            self.stdout.write(f"Listening on {local}")
        self.stdout.write("Logins: admin, author, editor, reviewer, publisher. Ctrl-C stops.")
        self.stdout.flush()
        Server(bind).run()
