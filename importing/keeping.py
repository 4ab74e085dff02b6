"""A document as JSON and back, to be kept between what was understood and the draft. Pure."""

import base64
import json
from dataclasses import fields, is_dataclass
from typing import Any

from importing import document as tree

_KINDS = {
    kind.__name__: kind
    for kind in (
        tree.Document,
        tree.Dropped,
        tree.Footnote,
        tree.Heading,
        tree.Image,
        tree.Item,
        tree.ListBlock,
        tree.Paragraph,
        tree.Quote,
        tree.Reference,
        tree.Run,
        tree.Table,
        tree.Teaser,
    )
}


def to_json(document: tree.Document) -> str:
    """The document with all it carries, images too."""
    return json.dumps(_packed(document), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> tree.Document:
    """The reverse of `to_json`; makes nothing but the values of a document."""
    document = _unpacked(json.loads(text))
    if not isinstance(document, tree.Document):
        raise ValueError("This is no document.")
    return document


def _packed(value: Any) -> Any:
    if is_dataclass(value):
        parts = {each.name: _packed(getattr(value, each.name)) for each in fields(value)}
        return {"kind": type(value).__name__, **parts}
    if isinstance(value, tuple):
        return [_packed(each) for each in value]
    if isinstance(value, bytes):
        return {"kind": "bytes", "base64": base64.b64encode(value).decode("ascii")}
    return value


def _unpacked(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_unpacked(each) for each in value)
    if not isinstance(value, dict):
        return value
    kind = value.pop("kind")
    if kind == "bytes":
        return base64.b64decode(value["base64"])
    return _KINDS[kind](**{name: _unpacked(part) for name, part in value.items()})
