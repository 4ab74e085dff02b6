"""Follows a page of docs/ to the letter: writes its files, changes lines, runs its commands.

A fence's first line says the language and the file: ``python home/events.py`` is a new file
(added at the end of one that exists), ``diff home/models.py`` changes one, ``sh`` is run.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Step:
    """One fence of a tutorial."""

    language: str
    file: str
    text: str


def steps(markdown: str) -> list[Step]:
    """The fences that name a file, and those of the shell."""
    found = [Step(*match) for match in FENCE.findall(markdown)]
    return [step for step in found if step.file or step.language == "sh"]


def sections(markdown: str) -> dict[str, str]:
    """The text below each second-level heading."""
    parts = re.split(r"^## (.+)$", markdown, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def changed(text: str, diff: str) -> str:
    """``text`` with a diff's lines; its context must stand in the text once, in one piece."""
    lines = [line or " " for line in diff.rstrip("\n").split("\n")]
    before = "\n".join(line[1:] for line in lines if line[0] in " -")
    after = "\n".join(line[1:] for line in lines if line[0] in " +")
    if text.count(before) != 1:
        raise AssertionError(f"stands {text.count(before)} times, not once:\n{before}")
    return text.replace(before, after)


def follow(step: Step, project: Path, environment: dict[str, str]) -> None:
    """Do what one fence says in a project's folder."""
    if step.language == "sh":
        for line in step.text.splitlines():
            assert line.startswith("python manage.py "), line
            run(project, environment, *line.split()[1:])
        return
    path = project / step.file
    path.parent.mkdir(parents=True, exist_ok=True)
    if step.language == "diff":
        path.write_text(changed(path.read_text(), step.text))
    else:
        before = path.read_text() + "\n" if path.exists() else ""
        path.write_text(before + step.text)


def run(project: Path, environment: dict[str, str], *arguments: str, script: str = "") -> str:
    """Python's answer in a project's folder; fails with what it printed."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env={**kept, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        input=script,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout
