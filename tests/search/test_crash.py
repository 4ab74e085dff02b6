"""Killed without warning while publishing: pages and index agree afterwards."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.effort import examples

ROOT = Path(__file__).parents[2]
KILLS = examples(3)  # 60 with `make attack`


@pytest.mark.slow
def test_killed_while_publishing_pages_and_index_agree(tmp_path: Path):
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env=environment,
        check=True,
    )
    chosen = random.Random(17)
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.search.crash"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"begun\n"
            time.sleep(chosen.uniform(0.2, 2.5))
            child.kill()
        assert disagreements(tmp_path / "citewell.sqlite3") == []
    with sqlite3.connect(tmp_path / "citewell.sqlite3") as database:
        (held,) = database.execute("SELECT count(*) FROM search_searchdocument").fetchone()
    assert held > 1


def disagreements(file: Path) -> list[str]:
    """What the index of a database says otherwise than its pages."""
    with sqlite3.connect(file) as database:
        live = dict(
            database.execute(
                "SELECT p.id, p.title FROM wagtailcore_page p JOIN conditions_conditionpage c"
                " ON c.page_ptr_id = p.id WHERE p.live"
            )
        )
        held = dict(
            database.execute(
                "SELECT page_id, title FROM search_searchdocument WHERE type = ?",
                ("conditions.conditionpage",),
            )
        )
        (stale,) = database.execute("SELECT count(*) FROM search_searchstale").fetchone()
        (lost,) = database.execute(
            "SELECT count(*) FROM search_searchposting WHERE document_id NOT IN"
            " (SELECT id FROM search_searchdocument)"
        ).fetchone()
        (miscounted,) = database.execute(
            "SELECT count(*) FROM search_searchterm t WHERE frequency !="
            " (SELECT count(*) FROM search_searchposting p WHERE p.term_id = t.id)"
        ).fetchone()
    found = [
        f"page {pk}: {live.get(pk)} but {held.get(pk)}"
        for pk in live.keys() | held.keys()
        if live.get(pk) != held.get(pk)
    ]
    counts = {"stale": stale, "postings of no page": lost, "terms miscounted": miscounted}
    return found + [f"{count} {what}" for what, count in counts.items() if count]


def test_a_disagreement_would_be_seen(tmp_path: Path):
    with sqlite3.connect(tmp_path / "x.sqlite3") as database:
        database.executescript(
            "CREATE TABLE wagtailcore_page (id, title, live);"
            "CREATE TABLE conditions_conditionpage (page_ptr_id);"
            "CREATE TABLE search_searchdocument (id, page_id, title, type);"
            "CREATE TABLE search_searchstale (id);"
            "CREATE TABLE search_searchposting (document_id, term_id);"
            "CREATE TABLE search_searchterm (id, frequency);"
            "INSERT INTO wagtailcore_page VALUES (1, 'A', 1);"
            "INSERT INTO conditions_conditionpage VALUES (1);"
            "INSERT INTO search_searchposting VALUES (9, 1);"
        )
    assert len(disagreements(tmp_path / "x.sqlite3")) == 2
