"""Every room has its place: among the layers, in the settings, with its docstring."""

import tomllib
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]


def rooms(folder: Path) -> set[str]:
    """Names of the Django apps in a folder."""
    return {path.parent.name for path in folder.glob("*/apps.py")}


def without_place(found: set[str], contract: dict[str, Any]) -> set[str]:
    """Rooms that a contract of layers does not name."""
    placed = {name.strip() for layer in contract["layers"] for name in layer.split("|")}
    return found - placed


def contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return found


def test_every_room_of_the_site_is_placed_in_the_layers() -> None:
    assert without_place(rooms(PROJECT), contracts()[0]) == set()


def test_every_room_of_citewell_is_placed_in_the_layers() -> None:
    assert without_place(rooms(PROJECT / "citewell"), contracts()[1]) == set()


def test_a_room_without_a_place_is_caught() -> None:
    assert without_place({"blog", "events"}, contracts()[0]) == {"events"}


def test_every_room_is_installed() -> None:
    from django.conf import settings

    named = {f"citewell.{room}" for room in rooms(PROJECT / "citewell")} | rooms(PROJECT)
    assert named <= set(settings.INSTALLED_APPS)
