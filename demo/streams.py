"""From the demo's pairs to the stored form of a stream, links and keys resolved."""

import json
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from citewell.references.citing.marks import tag
from demo.content import Drawing, PageLink, Sheet, Stream

CITED = re.compile(r"\[@([\w-]+)\]")
LINK = re.compile(r"\[\[([\w-]+)\|([^\]]+)\]\]")
NAMESPACE = uuid.UUID("5d1c0f0e-94b5-4cd5-9f0a-3a5a50a3f1c7")


@dataclass
class Keys:
    """Primary keys of what streams point at, by name."""

    pages: dict[str, int] = field(default_factory=dict)
    drawings: Mapping[str, int] = field(default_factory=dict)
    sheets: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)

    def in_text(self, text: str) -> str:
        """``[[slug|words]]`` as a stored link to that page, ``[@name]`` as a citation."""
        text = CITED.sub(lambda found: tag(self.sources[found[1]]), text)
        return LINK.sub(
            lambda found: f'<a linktype="page" id="{self.pages[found[1]]}">{found[2]}</a>', text
        )


def stored(stream: Stream, keys: Keys, place: str) -> str:
    """A stream as JSON for a StreamField.

    Block identifiers are made from ``place`` and the position, so that building the
    demo twice gives the same ones.
    """
    return json.dumps(stored_items(stream, keys, place))


def stored_items(stream: Stream, keys: Keys, place: str) -> list[dict[str, Any]]:
    """The blocks of a stream; streams inside streams are resolved alike."""
    return [
        {
            "type": name,
            "value": stored_value(value, keys, f"{place}/{position}"),
            "id": str(uuid.uuid5(NAMESPACE, f"{place}/{position}")),
        }
        for position, (name, value) in enumerate(stream)
    ]


def stored_value(value: Any, keys: Keys, place: str) -> Any:
    """A value with its texts, keys, lists and inner streams in stored form."""
    match value:
        case str():
            return keys.in_text(value)
        case PageLink():
            return keys.pages[value.slug]
        case Drawing():
            return keys.drawings[value.name]
        case Sheet():
            return keys.sheets[value.name]
        case {"columns": _, "rows": _}:  # a typed table, whose lists are not list blocks
            return json.loads(keys.in_text(json.dumps(value)))
        case dict():
            return {name: stored_value(v, keys, f"{place}/{name}") for name, v in value.items()}
        case [(str(), _), *_]:
            return stored_items(value, keys, place)
        case list():
            return [
                {
                    "type": "item",
                    "value": stored_value(item, keys, f"{place}/{position}"),
                    "id": str(uuid.uuid5(NAMESPACE, f"{place}/{position}")),
                }
                for position, item in enumerate(value)
            ]
        case _:
            return value
