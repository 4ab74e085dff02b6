"""Machines that the tests of this room share."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.operations.machines import Machine, build_once, machine, new_database


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an empty, migrated SQLite database; not to be written to."""
    folder = tmp_path_factory.getbasetemp()  # of one worker, where there are several
    run = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    shared = run / "machines"
    shared.mkdir(exist_ok=True)
    return build_once(shared, "migrated", ("migrate", "--verbosity", "0"))


@pytest.fixture(scope="session")
def with_demo(migrated: Path) -> Path:
    """The same with the demo clinic."""
    return build_once(migrated.parent, "demo", ("load_demo", "--json"), start=migrated)


@pytest.fixture
def demo(with_demo: Path, tmp_path: Path) -> Machine:
    """A machine of its own on SQLite with the demo clinic."""
    return machine(shutil.copytree(with_demo, tmp_path / "demo"))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Callable[[], Machine]]:
    """Makes machines with nothing on them, with a database of the run's kind."""
    with ExitStack() as stack:
        made = 0

        def make() -> Machine:
            nonlocal made
            made += 1
            return machine(tmp_path / f"empty-{made}", stack.enter_context(new_database()))

        yield make


@pytest.fixture(scope="session")
def demo_database(with_demo: Path) -> Iterator[str]:
    """The name of a database with the demo on the run's PostgreSQL; empty on SQLite."""
    with new_database() as address:
        if address:
            site = machine(with_demo.parent / f"for-{address.rpartition('_')[2][:12]}", address)
            backup = with_demo.parent / f"{site.data.name}.tar.gz"
            machine(with_demo).manage("backup", str(backup))
            site.manage("restore", str(backup))
        yield urlsplit(address).path.lstrip("/")


@pytest.fixture
def site(demo: Machine, demo_database: str) -> Iterator[Machine]:
    """The demo clinic on a database of the run's kind."""
    if not demo_database:
        yield demo
        return
    with new_database(template=demo_database) as address:
        yield machine(demo.data, address)
