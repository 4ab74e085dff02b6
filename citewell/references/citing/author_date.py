"""Sources by author and year, as a sentence names them: "Wang 2019", "Hall & Lee 2014a"; pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from citewell.references.csl import family_as_text, name_as_text, tidy, year_of


def names_of(items: Iterable[tuple[int, Mapping[str, Any], str]]) -> dict[int, str]:
    """By key the author and year; where two would read the same a letter tells them apart.

    Args:
        items: key, CSL-JSON and pasted text of each source, in the order they are cited.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for key, csl, raw in items:
        alike[name_of(csl, raw)].append(key)
    return {
        key: name if len(keys) == 1 else f"{name}{letter(place)}"
        for name, keys in alike.items()
        for place, key in enumerate(keys)
    }


def name_of(csl: Mapping[str, Any], raw: str = "") -> str:
    """Author and year of one source; without an author its first words, without a year "n.d."."""
    item = tidy(csl) if csl else {}
    names = item.get("author") or item.get("editor") or []
    families = [family_as_text(name) or name_as_text(name) for name in names]
    families = [family for family in families if family]
    if not families:
        words = (str(item.get("title") or "") or raw).split()
        who = " ".join(words[:4]).rstrip(".,;:") + ("…" if len(words) > 4 else "")
    elif len(families) > 2:
        who = f"{families[0]} et al."
    else:
        who = " & ".join(families)
    year = year_of(item) if item else None
    return f"{who} {year if year is not None else 'n.d.'}".strip()


def letter(place: int) -> str:
    """a, b, …, z, aa, ab …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
