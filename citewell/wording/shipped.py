"""The rules as they are shipped, read from ``data/advertising.toml``; pure."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "advertising.toml"
TEXTS = ("title", "words", "unless", "together", "why", "better", "source", "reads")


@cache
def shipped_rules() -> tuple[dict[str, Any], ...]:
    """Each rule as the values of a row; a rule ``like`` another has its texts where it has none."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for given in tomllib.loads(DATA.read_text("utf-8"))["rule"]:
        base = found.get(("", given.pop("like", "")), {})
        rule = {name: given.get(name, base.get(name, "")).strip() for name in TEXTS}
        rule["reads"] = rule["reads"] or "claims"
        rule["selling"] = given.get("selling", base.get("selling", False))
        rule["code"], rule["country"] = given["code"], given.get("country", "")
        found[rule["country"], rule["code"]] = rule
    return tuple(found.values())
