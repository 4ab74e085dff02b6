"""``docs/extending.md`` works as it is written, here and in a stock Wagtail project."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.docs.tutorial import changed, follow, run, sections, steps

PROJECT = Path(__file__).resolve().parents[2]
PARTS = sections((PROJECT / "docs/extending.md").read_text())
VOCABULARY_TESTS = "tests/citewell/blocks/test_vocabulary.py"
WITHOUT_DATABASE = "TestPageTypes or layers or room or agreed or explains"
ELSEWHERE = "In a Wagtail site you have"
SHOW_HERE = """
import django
django.setup()
from django.core.management import call_command
from django.db import connection
call_command("check")
connection.creation.create_test_db(verbosity=0)
from django.test import Client
from django.utils import timezone
from home.events import EventPage
from tests import factories
from wagtail.models import Page

def seen(page):
    response = Client().get(page.get_url(), headers={"host": "localhost"})
    assert response.status_code == 200, response.status_code
    return response.content.decode()

line = {"name": "Line of the test", "number": "0 1 2", "hours": "Always"}
event = factories.add_page(
    EventPage, factories.home(), title="A walk", starts_at=timezone.now(), body=[("helpline", line)]
)
text = seen(event)
assert "A walk" in text and "Line of the test" in text and 'href="tel:012"' in text, text
data = Client().get(f"/api/v2/pages/{event.pk}/", headers={"host": "localhost"}).json()
assert data["body"][0]["value"] == line, data
condition = factories.condition(aspects=[("work", [("rich_text", "<p>Rest at noon.</p>")])])
text = seen(condition)
assert "Rest at noon." in text and ">Work<" in text, text
factories.article_index()
lines = ["= What helps a sore neck? =", "A lead.", "== Moving ==", "Turn the '''head'''."]
with open("page.wiki", "w") as file:
    file.write("\\n\\n".join(lines))
call_command("import_article", "page.wiki")
draft = Page.objects.get(title="What helps a sore neck?").specific
assert not draft.live and [block.block_type for block in draft.body][0] == "heading", draft.body
print("all shown")
"""
SHOW_THERE = """
import django
django.setup()
import citewell
assert "/wheel/" in citewell.__file__, citewell.__file__
from django.test import Client
from home.models import HomePage
page = HomePage.objects.get()
page.when_to_get_help = [("care_card", {
    "urgency": "emergency", "heading": "Go now if", "signs": "<p>numb legs</p>",
    "action": "<p>Call.</p>",
})]
page.references = [("reference_list", [{"source": None, "line": "Example A. A title. 2020."}])]
page.save_revision().publish()
text = Client().get("/", headers={"host": "localhost"}).content.decode()
assert 'class="care-card care-card--emergency"' in text and "numb legs" in text, text
assert '<ol class="reference-list">' in text and "Example A. A title. 2020." in text, text
print("all shown")
"""


def test_the_tutorial_can_be_followed_to_the_letter(tmp_path: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, tmp_path / name)
    environment = {"DATA_DIR": str(tmp_path / "var"), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    for title, text in PARTS.items():
        for step in steps(text) if title != ELSEWHERE else []:
            follow(step, tmp_path, environment)
    assert "all shown" in run(tmp_path, environment, "-", script=SHOW_HERE)
    conventions = ("tests/test_house.py", "tests/test_rooms.py", VOCABULARY_TESTS)
    quick = ("-q", "-n", "0", "--no-cov", "-p", "no:cacheprovider", "-k", WITHOUT_DATABASE)
    run(tmp_path, environment, "-m", "pytest", *quick, *conventions)


def build_wheel(folder: Path) -> Path:
    """The wheel of the apps under ``citewell/``, built from a copy of what it takes."""
    source = folder / "source"
    source.mkdir(parents=True)
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copyfile(PROJECT / name, source / name)
    skipped = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "citewell", source / "citewell", ignore=skipped)
    build = "from setuptools.build_meta import build_wheel; build_wheel('.')"
    run(source, {}, "-c", build)
    (wheel,) = source.glob("citewell-*.whl")
    return wheel


def test_a_stock_project_takes_the_wheel_and_shows_its_blocks(tmp_path: Path) -> None:
    wheel, site, project = build_wheel(tmp_path), tmp_path / "wheel", tmp_path / "project"
    install = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile")
    run(tmp_path, {}, *install, "--target", str(site), str(wheel))
    project.mkdir()
    wagtail = "from wagtail.bin.wagtail import main; main()"
    run(tmp_path, {}, "-c", wagtail, "start", "stock", str(project))
    environment = {"PYTHONPATH": str(site), "DJANGO_SETTINGS_MODULE": "stock.settings.dev"}
    for step in steps(PARTS[ELSEWHERE]):
        follow(step, project, environment)
    run(project, environment, "manage.py", "makemigrations", "--check", "--dry-run")
    assert "all shown" in run(project, environment, "-", script=SHOW_THERE)


def test_a_change_whose_place_is_gone_is_caught() -> None:
    assert changed("a\nb\n", " a\n+c\n b\n") == "a\nc\nb\n"
    with pytest.raises(AssertionError, match="0 times"):
        changed("a\nb\n", " x\n+c\n")


def test_every_part_of_the_tutorial_is_followed() -> None:
    assert len(PARTS) == 5
    assert all(steps(text) for text in PARTS.values())
