"""The command that writes a list: one line per item, in order, or one sentence."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

ITEMS = [
    {
        "id": "b",
        "type": "article-journal",
        "title": "Exercise for back pain",
        "container-title": "Spine Journal",
        "author": [{"family": "Hall", "given": "A. B."}],
        "issued": {"date-parts": [[2014]]},
        "volume": "14",
        "page": "508-518",
    },
    {
        "id": "a",
        "type": "book",
        "title": "The\nneck\u2028again",
        "issued": {"date-parts": [[2001]]},
    },
    {"id": "c"},
]


def written(path: Path, style: str) -> list[str]:
    out = StringIO()
    call_command("format_references", str(path), "--style", style, stdout=out)
    return out.getvalue().split("\n")[:-1]


def saved(folder: Path, content: object) -> Path:
    file = folder / "list.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content))
    return file


@pytest.mark.parametrize("style", ["vancouver", "ama", "apa"])
def test_every_item_is_one_line_in_its_order(tmp_path: Path, style: str):
    lines = written(saved(tmp_path, ITEMS), style)
    assert len(lines) == 3
    assert lines[0].startswith("Hall")
    assert "The neck again" in lines[1].replace("Neck", "neck").replace("Again", "again")


def test_a_volume_given_as_a_number_is_read(tmp_path: Path):
    (line,) = written(saved(tmp_path, [{**ITEMS[0], "volume": 14, "page": 7}]), "vancouver")
    assert "14:7" in line


def test_no_items_give_no_lines(tmp_path: Path):
    assert written(saved(tmp_path, []), "apa") == []


@pytest.mark.parametrize(
    ("content", "style"),
    [
        ("{", "apa"), ("[" * 100_000, "apa"), ({"title": "x"}, "apa"), ([ITEMS[0], 3], "apa"),
        (ITEMS, "harvard"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused_in_one_sentence(tmp_path: Path, content, style: str):
    err, out = StringIO(), StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command(
            "format_references", str(saved(tmp_path, content)), "--style", style,
            stdout=out, stderr=err,
        )  # fmt: skip
    assert stopped.value.code == 2
    assert out.getvalue() == ""
    assert err.getvalue().strip().count("\n") == 0
    assert err.getvalue().strip().endswith(".")
