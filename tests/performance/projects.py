"""The two projects: ours with its demo, and a stock Wagtail site of the same content."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.browser.serving import PROJECT

OVERLAY = Path(__file__).parent / "stock"
START = "from wagtail.bin import wagtail; wagtail.sys.argv = ['wagtail', 'start', 'stock', '.']; "
START += "wagtail.main()"
LOCAL = """
from .base import INSTALLED_APPS

INSTALLED_APPS += ["articles"]
SECRET_KEY = "only-for-the-bench"
ALLOWED_HOSTS = ["localhost"]
"""


@dataclass
class Project:
    """A project on the disk, with all its commands need."""

    name: str
    folder: Path
    environment: dict[str, str]
    model: str
    paths: dict[str, str] = field(default_factory=dict)
    """Of the measured pages: ``article``, ``home``, ``search``."""

    def run(self, *arguments: str) -> str:
        """Run Python within the project; what it printed.

        Raises:
            RuntimeError: it failed; the message has the end of what it said.
        """
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{self.name}: {arguments[:3]} failed:\n{done.stderr[-2000:]}")
        return done.stdout

    def inside(self) -> dict[str, Any]:
        """What the project says of itself, by kind of page."""
        script = str(Path(__file__).with_name("inside.py"))
        found = json.loads(self.run(script, self.model, *self.paths.values()))
        for name in ("queries", "milliseconds", "p95"):
            found[name] = {kind: found[name][path] for kind, path in self.paths.items()}
        return found  # type: ignore[no-any-return]


def surroundings(**variables: str) -> dict[str, str]:
    """A clean environment with these variables."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "PYTHONHASHSEED": "0", **variables}


def ours(folder: Path, pages: int, database: str = "") -> Project:
    """Our site with the demo and so many generated pages."""
    data = folder / "ours"
    data.mkdir(parents=True)
    environment = surroundings(
        DATA_DIR=str(data),
        DJANGO_SETTINGS_MODULE="config.settings",
        PYTHONPATH=str(PROJECT),
        CITEWELL_WORKERS="1",
        **({"DATABASE_URL": database} if database else {}),
    )
    project = Project("Citewell", PROJECT, environment, "blog.ArticlePage")
    project.run("manage.py", "migrate", "--verbosity", "0")
    project.run("manage.py", "load_demo", "--conditions", str(pages), "--json")
    project.run("manage.py", "collectstatic", "--noinput", "--verbosity", "0")
    return project


def content_of(project: Project, target: Path) -> str:
    """Write our articles to ``target``; the address of the first."""
    text = project.run("-m", "tests.performance.content")
    target.write_text(text)
    return str(json.loads(text)["articles"][0]["path"])


def stock(folder: Path, pages: int, content: Path) -> Project:
    """What ``wagtail start`` makes, with an app for articles and the same content."""
    place = folder / "stock"
    place.mkdir(parents=True)
    environment = surroundings(
        DJANGO_SETTINGS_MODULE="stock.settings.production", PYTHONPATH=str(place)
    )
    project = Project("stock Wagtail", place, environment, "articles.ArticlePage")
    Project("wagtail start", place, surroundings(), "").run("-c", START)
    shutil.copytree(OVERLAY, place, dirs_exist_ok=True)
    (place / "stock" / "settings" / "local.py").write_text(LOCAL)
    for command in (
        ["makemigrations", "articles"],
        ["migrate"],
        ["collectstatic", "--noinput"],
    ):
        project.run("manage.py", *command, "--verbosity", "0")
    project.run("-m", "articles.load", str(content), str(pages))
    project.paths = {
        "article": "/articles/article-0/",
        "home": "/",
        "search": "/search/?query=pain",
    }
    return project
