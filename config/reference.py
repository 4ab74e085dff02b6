"""The generated pages of ``docs/``: our checks, commands and signals, read from the code.

``python -m config.reference checks`` prints a page. Read from the source itself, without
starting Django, so that what no test reaches is found as well.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
CHECK = re.compile(r"[a-z_]+\.[EW]\d{3}")


def sources() -> Iterator[Path]:
    """Our modules, room by room, without tests and migrations."""
    for app in sorted([*PROJECT.glob("*/apps.py"), *PROJECT.glob("citewell/*/apps.py")]):
        for path in sorted(app.parent.rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def words(node: ast.expr | None) -> str:
    """The text of a string in the code; what is filled in is ``…``."""
    if isinstance(node, ast.Constant):
        return " ".join(str(node.value).split())
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
        return " ".join("".join(map(str, parts)).split())
    if isinstance(node, ast.Call) and node.args:  # gettext
        return words(node.args[0])
    return ""


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    """The value of a keyword of a call, None where it has none."""
    return next((each.value for each in call.keywords if each.arg == name), None)


def calls(path: Path) -> Iterator[ast.Call]:
    """Every call in a module."""
    tree = ast.parse(path.read_text())
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def checks() -> dict[str, tuple[str, str]]:
    """Each check's id with what it says and its hint."""
    found = {}
    for path in sources():
        for call in calls(path):
            code = words(keyword(call, "id"))
            if CHECK.fullmatch(code):
                message = words(call.args[0]) if call.args else ""
                found[code] = (message, words(keyword(call, "hint")))
    return dict(sorted(found.items()))


def commands() -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Each command with its help and its arguments."""
    found = {}
    for path in sources():
        if path.parent.name != "commands" or path.stem == "__init__":
            continue
        text = next(
            (
                words(node.value)
                for node in ast.walk(ast.parse(path.read_text()))
                if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "help"
            ),
            "",
        )
        arguments = [
            (", ".join(map(words, call.args)), words(keyword(call, "help")))
            for call in calls(path)
            if isinstance(call.func, ast.Attribute) and call.func.attr == "add_argument"
        ]
        found[path.stem] = (text, arguments)
    return dict(sorted(found.items()))


def signals() -> dict[str, str]:
    """Each signal by its whole name, with the text that stands below it."""
    found = {}
    for path in sources():
        body = ast.parse(path.read_text()).body
        for node, after in zip(body, [*body[1:], None], strict=True):
            value = node.value if isinstance(node, ast.Assign) else None
            if isinstance(value, ast.Call) and getattr(value.func, "id", "") == "Signal":
                module = ".".join(path.relative_to(PROJECT).with_suffix("").parts)
                text = words(after.value) if isinstance(after, ast.Expr) else ""
                found[f"{module}.{node.targets[0].id}"] = text  # type: ignore[attr-defined]
    return found


def checks_page() -> str:
    """The text of ``docs/checks.md``."""
    rows = [f"| `{code}` | {say} | {hint} |" for code, (say, hint) in checks().items()]
    head = ["# Checks", "", "`manage.py check` and every start run them; those of data need"]
    head += ["`check --database default`, those of a deployment `check --deploy`. E stops the"]
    head += ["start, W warns. This page is made by `make docs`.", ""]
    return "\n".join([*head, "| id | says | what to do |", "|---|---|---|", *rows, ""])


def commands_page() -> str:
    """The text of ``docs/commands.md``."""
    lines = ["# Commands", "", "`python manage.py …`; beside them those of Django and Wagtail."]
    lines += ["This page is made by `make docs`.", ""]
    for name, (text, arguments) in commands().items():
        lines += [f"## {name}", "", text, ""]
        lines += [f"- `{option}`: {means}".removesuffix(": ") for option, means in arguments]
        lines += [""] if arguments else []
    return "\n".join(lines).rstrip() + "\n"


def signals_page() -> str:
    """The text of ``docs/signals.md``."""
    lines = ["# Signals", "", "Beside Wagtail's `page_published` and `page_unpublished`, which"]
    lines += ["all rooms listen to. This page is made by `make docs`.", ""]
    for name, text in signals().items():
        lines += [f"## {name}", "", text.replace("Arguments:", "\n\nArguments:"), ""]
    return "\n".join(lines).rstrip() + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "checks": checks_page,
    "commands": commands_page,
    "signals": signals_page,
}

if __name__ == "__main__":
    sys.stdout.write(PAGES[sys.argv[1]]())
