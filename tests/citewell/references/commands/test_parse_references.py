"""The command that reads a pasted list: JSON on stdout, one sentence where it refuses."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

REFERENCES = (
    "1. Hall AB, Ito K. Exercise for back pain. Spine J. 2014;14(3):508-18.\n"
    "2. Núñez P. Sleep and the neck. Eur Spine J. 2019;28:12-19."
)


def parse(path: Path | str, *options: str) -> list[dict[str, object]]:
    out = StringIO()
    call_command("parse_references", str(path), *options, stdout=out)
    found: list[dict[str, object]] = json.loads(out.getvalue())
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_are_found_out(tmp_path: Path, encoding: str, line_end: str):
    file = tmp_path / "list.txt"
    file.write_bytes(REFERENCES.replace("\n", line_end).encode(encoding))
    first, second = parse(file)
    assert first["raw"] == "Hall AB, Ito K. Exercise for back pain. Spine J. 2014;14(3):508-18."
    assert second["csl"]["author"][0]["family"] == "Núñez"  # type: ignore[index]


def test_each_reference_has_its_four_parts(tmp_path: Path):
    file = tmp_path / "list.txt"
    file.write_text(REFERENCES)
    assert [set(found) for found in parse(file, "--json")] == [
        {"raw", "csl", "confidence", "rest"}
    ] * 2


@pytest.mark.parametrize("content", ["", " \n\t\r\n", "\ufeff"])
def test_nothing_gives_an_empty_list(tmp_path: Path, content: str):
    file = tmp_path / "list.txt"
    file.write_text(content, encoding="utf-8")
    assert parse(file) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: folder / "nowhere.txt",
        lambda folder: folder,
        lambda folder: _written(folder, b"%PDF-1.7 \x00\x01"),
        lambda folder: _written(folder, b"PK\x03\x04 a zip"),
    ],
    ids=["missing", "folder", "pdf", "zip"],
)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path, make, capsys):
    err, out = StringIO(), StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("parse_references", str(make(tmp_path)), stdout=out, stderr=err)
    assert stopped.value.code == 2
    assert out.getvalue() == ""
    assert err.getvalue().strip().count("\n") == 0
    assert err.getvalue().strip().endswith(".")


def test_an_article_gives_only_its_list(tmp_path: Path):
    prose = "Most back pain gets better by itself within some weeks, and staying active helps. " * 3
    cited = "\n".join(
        f"{name} AB. A study of walking. Spine J. 20{n}0;{n}:1-9."
        for n, name in enumerate(("Hall", "Ito", "Berg"), 1)
    )
    file = tmp_path / "article.txt"
    file.write_text(f"Back pain\n\n{prose}\n\n{prose}\n\nReferences\n{cited}\n\nBack to top\n")
    assert [found["raw"] for found in parse(file)] == cited.split("\n")


def _written(folder: Path, data: bytes) -> Path:
    file = folder / "file.bin"
    file.write_bytes(data)
    return file


@pytest.mark.slow
def test_standard_input_is_read_and_only_json_is_printed():
    done = subprocess.run(
        [sys.executable, "manage.py", "parse_references", "--json"],
        input=REFERENCES.encode(),
        capture_output=True,
        check=True,
        env={"PATH": "/usr/bin", "DEBUG": "1", "LC_ALL": "C"},
    )
    assert len(json.loads(done.stdout)) == 2
    assert done.stderr == b""
