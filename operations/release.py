"""``make release-check``: whether this state can be released as the version it names. Pure.

Everything that is wrong is said at once; the tests have to pass besides.
"""

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
NUMBER = re.compile(r"\d+\.\d+\.\d+")


def version(project: Path = PROJECT) -> str:
    """The version that the package names."""
    text = (project / "citewell" / "__init__.py").read_text()
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    return found.group(1) if found else ""


def newest_entry(changelog: str) -> tuple[str, str]:
    """Version and date of the first entry of the change log; empty where there is none."""
    found = re.search(r"^## (\S+) \((.+)\)$", changelog, re.MULTILINE)
    return (found.group(1), found.group(2)) if found else ("", "")


def faults(number: str, changelog: str, tags: list[str], changed: list[str]) -> list[str]:
    """Why a version cannot be released; none where it can.

    Args:
        number: the version.
        changelog: the text of CHANGELOG.md.
        tags: the tags there are.
        changed: files that are not committed.
    """
    found = []
    if not NUMBER.fullmatch(number):
        found.append(f"The version {number!r} is not of the form 1.2.3.")
    entry, day = newest_entry(changelog)
    if entry != number:
        found.append(f"CHANGELOG.md begins with {entry or 'nothing'}, the version is {number}.")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        found.append(f"CHANGELOG.md gives no day for {entry} (it says “{day}”).")
    if f"v{number}" in tags:
        found.append(f"v{number} is released already.")
    if changed:
        found.append(f"Not committed: {', '.join(changed[:5])}.")
    return found


def git(*arguments: str) -> list[str]:
    """The lines that git prints."""
    done = subprocess.run(  # noqa: S603
        ["git", *arguments],  # noqa: S607
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [line for line in done.stdout.splitlines() if line]


def main() -> int:
    """Say what is wrong; 1 where something is."""
    number = version()
    found = faults(
        number,
        (PROJECT / "CHANGELOG.md").read_text(),
        git("tag", "--list"),
        [line[3:] for line in git("status", "--porcelain")],
    )
    for fault in found:
        print(fault, file=sys.stderr)  # noqa: T201
    if not found:
        print(f"{number} can be released: git tag v{number}")  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
