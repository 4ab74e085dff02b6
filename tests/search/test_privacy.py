"""What somebody searched must be found nowhere on disk afterwards."""

import os
import random
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
QUERIES = 200


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


def answered(address: str, data: bytes | None = None) -> int:
    try:
        with urllib.request.urlopen(address, data, timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as fault:
        return fault.code


def manage(folder: Path, *arguments: str) -> dict[str, str]:
    environment = {
        **{k: v for k, v in os.environ.items() if k not in {"DATABASE_URL"}},
        "DATA_DIR": str(folder / "data"),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    if arguments:
        subprocess.run(
            [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=True
        )
    return environment


@pytest.mark.slow
def test_two_hundred_searches_leave_no_word_on_disk(tmp_path: Path):
    """Database, write-ahead log, logs, caches: the whole folder is read while the site serves
    and after it has stopped."""
    (tmp_path / "data").mkdir()
    manage(tmp_path, "collectstatic", "--noinput", "--verbosity", "0")
    environment = manage(tmp_path, "migrate", "--verbosity", "0")
    chosen = random.Random(11)
    words = ["zq" + "".join(chosen.choices("bcdfghjkmnpqrstvwxz", k=10)) for _ in range(QUERIES)]
    port = free_port()
    log = tmp_path / "data" / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env={**environment, "PORT": str(port)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://localhost:{port}/search/"
            for _ in range(240):
                try:
                    answered(address)
                    break
                except OSError:
                    assert server.poll() is None, log.read_text()
                    time.sleep(0.5)
            for number, word in enumerate(words):
                asked = urllib.parse.urlencode({"q": f"{word} rash"})
                if number % 3 == 0:
                    assert answered(f"{address}?{asked}") == 200
                elif number % 3 == 1:
                    assert answered(address, asked.encode()) == 200
                else:
                    assert answered(f"{address}suggest/?{asked}") == 200
            assert held(tmp_path, words) == []
        finally:
            server.terminate()
            server.wait(60)
    assert held(tmp_path, words) == []


def held(folder: Path, words: list[str]) -> list[str]:
    """The files below a folder that hold one of the words, in any case."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            if any(word.encode() in content for word in words):
                found.append(str(path.relative_to(folder)))
    return found


def test_the_reading_of_a_folder_does_find_a_word(tmp_path: Path):
    (tmp_path / "a.log").write_text("GET /search/?q=Zqword")
    assert held(tmp_path, ["zqword"]) == ["a.log"]
