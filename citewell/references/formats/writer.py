"""Write CSL-JSON items as a file of a reference manager."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, get_args

from citewell.references.formats import bibtex, nbib, ris
from citewell.references.formats.model import Written

FormatName = Literal["ris", "bibtex", "nbib", "csl-json"]
FORMATS: tuple[FormatName, ...] = get_args(FormatName)
_WRITERS: dict[str, Callable[[Mapping[str, Any]], str | None]] = {
    "ris": ris.write,
    "nbib": nbib.write,
}


def write(items: Iterable[Mapping[str, Any]], name: FormatName) -> Written:
    """Return the items as one file in their order, and which of them the format cannot hold.

    Raises:
        ValueError: no such format.
    """
    items = list(items)
    if name == "csl-json":
        return Written(json.dumps(items, ensure_ascii=False, indent=1) + "\n")
    if name == "bibtex":
        return Written("\n\n".join(bibtex.write_all(items)) + "\n" if items else "")
    if name not in _WRITERS:
        raise ValueError(f"“{name}” is no format; there are {', '.join(FORMATS)}.")
    records = [_WRITERS[name](item) for item in items]
    text = "\n\n".join(record for record in records if record)
    return Written(
        f"{text}\n" if text else "", [n for n, record in enumerate(records) if record is None]
    )
