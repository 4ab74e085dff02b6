"""Every command of docs/operations.md is run, in its order."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.operations.machines import PROJECT, SERVER, Machine, machine

TEXT = (PROJECT / "docs" / "operations.md").read_text()
LINES = re.findall(r"^    (\S.*)$", TEXT, re.MULTILINE)
OURS = [line for line in LINES if "manage.py" in line]


def test_a_line_is_a_command_of_ours_or_marked_as_one_of_the_system() -> None:
    assert [line for line in LINES if line not in OURS and not line.startswith("$ ")] == []
    assert len(OURS) >= 14


def test_every_command_that_is_named_exists() -> None:
    named = set(re.findall(r"manage\.py (\w+)", TEXT)) - {"api_tokens"}  # comes with the API
    assert named <= set(get_commands())


def test_every_address_of_a_make_target_exists() -> None:
    makefile = (PROJECT / "Makefile").read_text()
    for target in re.findall(r"make -C \S+ (\S+)", TEXT):
        assert target.replace(".venv", "$(VENV)") in makefile


@pytest.mark.slow
def test_the_commands_do_what_is_said(
    demo: Machine, migrated: Path, empty: Callable[[], Machine], tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    places = {"FILE": str(tmp_path / "file"), "FOLDER": str(folder), "MOVE": str(tmp_path / "move")}
    site = demo
    for line in OURS:
        words = [places.get(word, word) for word in shlex.split(line)]
        if words[0].startswith("DATABASE_URL="):
            new = empty() if SERVER else machine(shutil.copytree(migrated, tmp_path / "new"))
            done = new.run(*words[2:])
        else:
            if "restore" in words:
                site = machine(shutil.copytree(migrated, tmp_path / "restored"))
            done = site.run(*words[1:])
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
    assert len(list(folder.iterdir())) == 1
