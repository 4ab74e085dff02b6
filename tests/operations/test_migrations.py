"""Migrations go forward and back; a released version is upgraded with its content."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from tests.operations.machines import PROJECT, Machine, machine

BACK_AND_FORTH = """
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from pathlib import Path
from wagtail.models import Page
before = Page.objects.count()
ours = {a.label for a in apps.get_app_configs() if Path(a.path).is_relative_to(settings.PROJECT_DIR)
        and ".venv" not in a.path}
executor = MigrationExecutor(connection)
graph = executor.loader.graph
back = []
for leaf in graph.leaf_nodes():
    own = [key for key in graph.node_map[leaf].parents if key.key[0] == leaf[0]]
    if leaf[0] in ours and own:
        back.append(max(one.key for one in own))
for target in back:  # one by one: going back in a room takes along what stands on it
    executor = MigrationExecutor(connection)
    if target in executor.loader.applied_migrations:
        executor.migrate([target])
undone = len(MigrationExecutor(connection).migration_plan(graph.leaf_nodes()))
call_command("migrate", verbosity=0)
print(len(back), undone >= len(back), Page.objects.count() == before)
"""


def our_labels() -> set[str]:
    return {
        config.label
        for config in apps.get_app_configs()
        if (PROJECT / Path(*config.name.split("."))).is_dir()
    }


def test_every_migration_of_ours_has_a_way_back() -> None:
    loader = MigrationLoader(None)
    one_way = [
        f"{app}.{name}: {operation.describe()}"
        for (app, name), migration in loader.disk_migrations.items()
        if app in our_labels()
        for operation in migration.operations
        if not operation.reversible
    ]
    assert one_way == []


@pytest.mark.slow
def test_the_newest_migration_of_each_room_goes_back_and_forth_with_content(site: Machine) -> None:
    number, went_back, is_same = site.python(BACK_AND_FORTH).splitlines()[-1].split()
    assert int(number) > 5
    assert (went_back, is_same) == ("True", "True")
    assert site.run("manage.py", "migrate", "--check").returncode == 0
    site.manage("verify_signoffs")


def tags() -> list[str]:
    """The versions that were released."""
    done = subprocess.run(
        ["git", "tag", "--list", "v*"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return done.stdout.split()


@pytest.mark.slow
def test_content_of_every_released_version_is_upgraded(
    empty: Callable[[], Machine], tmp_path: Path
) -> None:
    if not tags():
        pytest.skip("no version was released yet")
    for tag in tags():
        old = tmp_path / tag
        subprocess.run(["git", "worktree", "add", "-q", old, tag], cwd=PROJECT, check=True)
        try:
            site = machine(tmp_path / f"data-{tag}", empty().environment.get("DATABASE_URL", ""))
            for command in (["migrate", "--verbosity", "0"], ["load_demo", "--json"]):
                subprocess.run(
                    [shutil.which("python") or "python", "manage.py", *command],
                    cwd=old, env={**site.environment, "DJANGO_SETTINGS_MODULE": "config.settings"},
                    check=True, capture_output=True,
                )  # fmt: skip
            site.manage("migrate", "--verbosity", "0")
            site.manage("verify_signoffs")
            assert int(site.python("from wagtail.models import Page; print(Page.objects.count())"))
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", old], cwd=PROJECT, check=True)
