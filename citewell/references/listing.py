"""A CSL-JSON list as the plain lines of a reference list."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from citewell.references.csl import tidy, validate
from citewell.references.files import Refused
from citewell.references.styles import STYLES, StyleName, format_reference

_LINE_ENDS = re.compile(r"\s*[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def read_items(text: str) -> list[dict[str, Any]]:
    """Return the items of a CSL-JSON list; of an empty text, none.

    What is loosely typed (a volume given as a number) is brought into shape.

    Raises:
        Refused: no JSON, no list, or an entry that is no item.
    """
    if not text.strip():
        return []
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("That is not JSON.") from None
    if not isinstance(items, list):
        raise Refused("That is not a list of CSL-JSON items.")
    for place, item in enumerate(items, 1):
        if not isinstance(item, dict):
            raise Refused(f"Entry {place} of the list is not a CSL-JSON item.")
    return [cast(dict[str, Any], tidy(item)) if validate(item) else item for item in items]


def lines_of(items: Iterable[Mapping[str, Any]], style: str) -> list[str]:
    """Return one line per item, in their order, without list numbers.

    Raises:
        Refused: no such style.
    """
    if style not in STYLES:
        raise Refused(f"“{style}” is not a style; there are {', '.join(STYLES)}.")
    name: StyleName = style
    return [_one_line(format_reference(item, name).text) for item in items]


def _one_line(text: str) -> str:
    return _LONE_SURROGATE.sub("\ufffd", _LINE_ENDS.sub(" ", text)).strip()
