"""Every setting, command, signal and check stands in docs/; where one is missing: make docs."""

import re
from dataclasses import fields
from pathlib import Path

from config import reference
from config.environment import Environment

PROJECT = Path(__file__).resolve().parents[2]
DOCUMENTS = "\n".join(path.read_text() for path in sorted(PROJECT.glob("docs/**/*.md")))


def missing(names: set[str], text: str) -> set[str]:
    """Names that do not stand whole in a text."""
    return {name for name in names if not re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", text)}


def settings_named() -> set[str]:
    """Variables of the environment, and settings of ours that only Django knows."""
    own = re.findall(r"^(CITEWELL_\w+)", (PROJECT / "config/settings.py").read_text(), re.M)
    variables = {each.name.upper() for each in fields(Environment)}
    gathered = {name for name in own if any(each.startswith(f"{name}_") for each in variables)}
    return variables | set(own) - gathered


def test_every_setting_is_documented() -> None:
    assert missing(settings_named(), DOCUMENTS) == set()


def test_every_command_is_documented_with_its_help() -> None:
    found = reference.commands()
    assert {"import_article", "serve", "send_webhooks"} <= found.keys()
    assert missing(set(found), (PROJECT / "docs/commands.md").read_text()) == set()
    assert [name for name, (text, _arguments) in found.items() if not text] == []


def test_every_signal_is_documented_with_its_meaning() -> None:
    found = reference.signals()
    assert "citewell.pages.signals.pages_written" in found
    assert missing(set(found), (PROJECT / "docs/signals.md").read_text()) == set()
    assert [name for name, text in found.items() if not text] == []


def test_every_check_is_documented_and_has_a_hint() -> None:
    found = reference.checks()
    assert {"pages.E001", "blocks.E001", "api.W001", "operations.E001"} <= found.keys()
    assert missing(set(found), (PROJECT / "docs/checks.md").read_text()) == set()
    assert [code for code, (message, hint) in found.items() if not message or not hint] == []


def test_every_check_that_the_code_names_is_found() -> None:
    named = set()
    for path in reference.sources():
        if path.name != "reference.py":
            named |= set(re.findall(r'id="([a-z_]+\.[EW]\d{3})"', path.read_text()))
    assert named == set(reference.checks())


def test_what_is_missing_is_caught() -> None:
    assert missing({"pages.E009", "E001"}, "`pages.E001`") == {"pages.E009", "E001"}
    assert missing({"pages.E001"}, "`pages.E001`") == set()
