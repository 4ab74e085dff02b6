"""A machine of its own for a test: data folder, database of the run's kind, the real settings."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg

PROJECT = Path(__file__).resolve().parents[2]
PASSWORD = "correct-horse-battery-staple"
SERVER = os.environ.get("DATABASE_URL", "")
"""The PostgreSQL of the run; empty where the run is on SQLite."""


@dataclass(frozen=True)
class Machine:
    """Where a site's data is, and the variables that say so."""

    environment: dict[str, str]

    @property
    def data(self) -> Path:
        return Path(self.environment["DATA_DIR"])

    @property
    def database(self) -> Path:
        """The file of a machine on SQLite."""
        return self.data / "citewell.sqlite3"

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a Python command in the project."""
        return subprocess.run(
            [sys.executable, *command],
            cwd=PROJECT,
            env={**self.environment, **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    def manage(self, *arguments: str, **variables: str) -> str:
        """Run a management command that has to succeed; its standard output."""
        done = self.run("manage.py", *arguments, **variables)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def python(self, code: str) -> str:
        """What code prints that runs with the site set up."""
        done = self.run("-c", f"import django; django.setup()\n{code}")
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


def machine(data: Path, database: str = "", **variables: str) -> Machine:
    """A machine on SQLite, or on the database of an address."""
    (data / "static").mkdir(parents=True, exist_ok=True)
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "DJANGO_SETTINGS_MODULE": "tests.operations.settings",
        "DATA_DIR": str(data),
        "ADMIN_PASSWORD": PASSWORD,
        **variables,
    }
    if database:
        environment["DATABASE_URL"] = database
    return Machine(environment)


@contextmanager
def new_database(template: str = "template1") -> Iterator[str]:
    """The address of a fresh database on the run's PostgreSQL; empty on SQLite."""
    if not SERVER:
        yield ""
        return
    name = f"machine_{uuid4().hex[:12]}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield urlsplit(SERVER)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def build_once(
    folder: Path, name: str, *commands: tuple[str, ...], start: Path | None = None
) -> Path:
    """A data folder on SQLite that commands filled; built by the first worker that asks."""
    data = folder / name
    with (folder / f"{name}.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not (folder / f"{name}.done").exists():
            if start:
                shutil.copytree(start, data)
            for command in commands:
                machine(data).manage(*command)
            (folder / f"{name}.done").touch()
    return data
