"""Read CSL-JSON: a list, one item, or an object that holds a list of items."""

import json
import re

from citewell.references.csl import tidy
from citewell.references.files import Refused, as_text
from citewell.references.formats.model import Contents, named
from citewell.references.reading import Reading

# An even number of backslashes in front: the escape of NUL, not a backslash and "u0000".
_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def read(data: bytes) -> Contents:
    """Return a green reading per item; `raw` is the item as JSON.

    Raises:
        Refused: no JSON, or none that holds a list of items.
    """
    try:
        found = json.loads(as_text(data))
    except (ValueError, RecursionError):
        raise Refused("The file is not JSON.") from None
    if isinstance(found, dict):
        found = found["items"] if isinstance(found.get("items"), list) else [found]
    if not isinstance(found, list):
        raise Refused("The file holds no list of CSL-JSON items.")
    contents = Contents()
    for place, item in enumerate(found, 1):
        raw = _storable(json.dumps(item, ensure_ascii=False))
        if not isinstance(item, dict):
            contents.readings.append(Reading(raw, {}, "red", raw))
            contents.problems.append(f"Entry {place} is not an item.")
            continue
        csl = dict(tidy(json.loads(raw)))
        title = bool(csl.get("title"))
        reading = Reading(raw, csl, "green" if title else "amber")
        contents.readings.append(reading)
        if sentence := named(reading, place):
            contents.problems.append(sentence)
    return contents


def _storable(text: str) -> str:
    """The same without NUL and half surrogates, which no database stores."""
    return _NUL.sub(r"\1", text).encode("utf-8", "replace").decode()
