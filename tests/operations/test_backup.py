"""The drill: back up while editors write, restore on an empty machine, compare everything.

On a run with PostgreSQL the backup is of SQLite and is restored into PostgreSQL, and that
one into SQLite again: the way a site moves.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyrage
import pytest
from django.apps import apps

from operations.backup import tables
from operations.backup.archive import check, members
from tests.operations.machines import PROJECT, SERVER, Machine, machine

AGREE = """
from wagtail.models import Page
from tests.operations.agreement import disagreements, tree_faults
pages = Page.objects.filter(title__startswith="Title zq").specific()
print(len(pages), [str(f) for p in pages for f in disagreements(p)] + tree_faults())
"""
FIND = """
from django.test import Client
found = Client(HTTP_HOST="localhost").get("/search/", {"q": "siatica"}).content.decode()
print("Sciatica" in found)
"""
SIGN = """
from wagtail.models import Site
from citewell.review import ledger
for number in range({number}):
    site = Site.objects.get(is_default_site=True).pk
    entry = ledger.append("note", site=site, details={{"text": f"Note {{number}}"}})
print(entry.number)
"""


def rows(path: Path) -> dict[str, Any]:
    """Every table of a backup as its header and rows, JSON in JSON read as well."""
    found = {}
    with path.open("rb") as file:
        for name, content in members(file):
            if name.startswith("tables/"):
                header, *lines = (json.loads(line) for line in content)
                kinds = [kind for _column, kind in header["columns"]]
                found[name] = (header, [same(kinds, line) for line in lines])
            elif name.startswith("media/"):
                found[name] = content.read()
    return found


def same(kinds: list[str], line: list[Any]) -> list[Any]:
    """Values as they compare: PostgreSQL keeps JSON and decimals in another spelling."""
    read: dict[str, Callable[[Any], Any]] = {"json": json.loads, "decimal": float}
    return [
        read.get(kind, lambda value: value)(value) if value is not None else None
        for kind, value in zip(kinds, line, strict=True)
    ]


@pytest.mark.slow
def test_what_is_restored_on_an_empty_machine_is_the_site(
    demo: Machine, empty: Callable[[], Machine], tmp_path: Path
) -> None:
    writers = subprocess.Popen(
        [sys.executable, "-m", "tests.operations.writing", "--processes", "2", "--publishes", "4"],
        cwd=PROJECT, env=demo.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    demo.manage("backup", str(tmp_path / "while-writing.tar.gz"))
    assert json.loads(writers.communicate()[0])["faults"] == []
    entries = demo.python(SIGN.format(number=2)).splitlines()[-1]
    demo.manage("backup", str(tmp_path / "first.tar.gz"))
    image = next((demo.data / "media").rglob("*.*")).relative_to(demo.data)

    site = empty()
    said = site.manage("restore", str(tmp_path / "first.tar.gz"))
    with (tmp_path / "first.tar.gz").open("rb") as file:
        manifest = check(file)
    assert said.startswith(f"{manifest.pages} pages, ")
    assert site.python(AGREE) == "2 []"
    assert site.python(FIND) == "True"
    assert (site.data / image).read_bytes() == (demo.data / image).read_bytes()
    assert site.manage("verify_signoffs").startswith(f"{entries} entries ")
    site.manage("backup", str(tmp_path / "second.tar.gz"))
    assert rows(tmp_path / "second.tar.gz") == rows(tmp_path / "first.tar.gz")

    # What was read in the middle of writing is one state, too.
    other = machine(tmp_path / "other")
    other.manage("restore", str(tmp_path / "while-writing.tar.gz"))
    assert other.python(AGREE).endswith(" []")

    if SERVER:  # and back
        back = machine(tmp_path / "back")
        back.manage("restore", str(tmp_path / "second.tar.gz"))
        back.manage("backup", str(tmp_path / "third.tar.gz"))
        assert rows(tmp_path / "third.tar.gz") == rows(tmp_path / "first.tar.gz")


@pytest.mark.slow
def test_an_older_chain_of_sign_offs_asks_for_a_reason_and_says_so_in_the_chain(
    demo: Machine, migrated: Path, tmp_path: Path
) -> None:
    identity = pyrage.x25519.Identity.generate()
    key = tmp_path / "key.txt"
    key.write_text(str(identity))
    demo.python(SIGN.format(number=2))
    sealed = {"CITEWELL_BACKUP_RECIPIENTS": str(identity.to_public())}
    folder = tmp_path / "backups"
    folder.mkdir()
    assert "encrypted" in demo.manage("backup", str(folder), **sealed)
    (backup,) = folder.iterdir()
    newest = demo.python(SIGN.format(number=1)).splitlines()[-1]

    site = machine(shutil.copytree(migrated, tmp_path / "site"))
    shutil.copy(demo.data / "signoff-anchor.json", site.data)
    command = ["restore", str(backup), "--identity", str(key)]
    refused = site.run("manage.py", *command)
    assert refused.returncode == 1
    assert "Give --reason" in refused.stderr
    assert site.python("from wagtail.models import Page; print(Page.objects.count())") == "2"

    said = site.manage(*command, "--reason", "The disk broke.", "--by", "admin")
    assert "its last entries were lost" in said
    site.manage("verify_signoffs")
    last = site.python(
        "from citewell.review.models import SignOff; e = SignOff.objects.latest('number')\n"
        "print(e.kind, e.number, e.details['lost_to'], e.details['reason'])"
    )
    assert last == f"restored {newest} {newest} The disk broke."

    # Without that entry it does not verify.
    again = machine(shutil.copytree(demo.data, tmp_path / "again"))
    again.python(
        "from django.db import connection\n"
        "from citewell.review import triggers\n"
        "from citewell.review.models import ChainHead, SignOff\n"
        "with triggers.lifted(connection):\n"
        f"    SignOff.objects.filter(number={newest}).delete()\n"
        "    last = SignOff.objects.latest('number')\n"
        "    ChainHead.objects.update(number=last.number, hash=last.hash)\n"
    )
    assert again.run("manage.py", "verify_signoffs").returncode == 1

    # And nothing is written over a site that is there.
    assert "The database is not empty" in site.run("manage.py", *command, "--reason", "x").stderr


def test_every_column_of_every_table_has_a_kind_that_both_databases_know() -> None:
    assert len(tables.kept_models()) > 80
    for model in tables.kept_models():
        for column in model._meta.local_concrete_fields:
            assert tables.kind_of(column)


def test_what_no_backup_holds_can_be_made_anew_or_ends_with_a_restore() -> None:
    left_out = {model._meta.label for model in tables.derived_models()}
    assert left_out <= {
        "sessions.Session", "wagtailsearch.IndexEntry", "wagtailsearch.SQLiteFTSIndexEntry",
        "search.SearchCollection", "search.SearchDocument", "search.SearchTerm",
        "search.SearchPosting", "search.SearchWord", "search.SearchSpelling", "search.SearchName",
        "search.SearchBeginning", "search.SearchStale",
    }  # fmt: skip
    assert apps.get_model("search", "PatientWording") in tables.kept_models()


@pytest.mark.django_db
@pytest.mark.parametrize("kind", sorted(set(tables.KINDS.values())))
def test_a_value_that_is_missing_stays_missing(kind: str) -> None:
    assert tables.read_back(kind, tables.written(kind, None)) is None


def test_a_backup_that_cannot_be_written_leaves_nothing(demo: Machine, tmp_path: Path) -> None:
    done = demo.run("manage.py", "backup", str(tmp_path / "nowhere" / "x.tar.gz"))
    assert done.returncode == 1
    assert "The backup could not be written" in done.stderr
    assert "Traceback" not in done.stderr
