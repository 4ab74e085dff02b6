"""Names as reference managers write them: “Family, Given, Suffix”; an organisation ends in “,”."""

from typing import Any, cast

from citewell.references.csl import CSLName, name_as_text, name_from_text
from citewell.references.reading.tagged import person


def read_person(text: str) -> dict[str, Any]:
    """Return the CSL name a record's line holds."""
    text = " ".join(text.split())
    if text.endswith(","):
        return {"literal": text.rstrip(", ")}
    if text.count(",") in (1, 2):
        return dict(name_from_text(text))
    return dict(person(text))


def write_person(name: dict[str, Any]) -> str:
    """Return one line; a name of one part ends in a comma, so that it is read as one again."""
    text = " ".join(name_as_text(cast(CSLName, name)).split())
    return text if "," in text and not name.get("literal") else f"{text.rstrip(', ')},"
