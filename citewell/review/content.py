"""The clinical content of a page or snippet, from the model to the canonical form.

A model that is signed names its clinical fields in reading order::

    clinical_fields = ["title", "names.name", "summary", "body", "references"]

A dotted name is a field of child rows. A block that holds layout beside its words names
those fields in ``layout_fields``; all other fields of a block count.
"""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from types import MappingProxyType
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.rich_text import RichText

from citewell.references.citing.claims import ENTITY as CLAIM
from citewell.references.citing.claims import certainty_of
from citewell.references.citing.marks import ENTITY, marks_in
from citewell.references.citing.page import standing_sources
from citewell.references.citing.stored import texts_of
from citewell.references.models import Source
from citewell.review.canonical import ClinicalText, Node, canonical
from citewell.review.canonical import content_hash as hash_of
from citewell.review.rich_text import nodes_of


def cite_node(attrs: Mapping[str, str]) -> Node:
    """A citation mark: its source by identity, and where in it; one that is gone by its key."""
    key = attrs.get("id", "")
    source = _CITED.get().get(int(key)) if key.isdecimal() else None
    identity = source_identity(source) if source else f"gone:{key}"
    return ["cite", identity, *filter(None, [attrs.get("locator", "")])]


_CITED: ContextVar[Mapping[int, Source]] = ContextVar("_CITED", default=MappingProxyType({}))
"""The sources that the marks of the object being read cite."""


def claim_node(attrs: Mapping[str, str]) -> Node:
    """A claim: how sure it is said to be; its id is the editor's alone."""
    return ["link", f"claim:{certainty_of(attrs)}"]


ENTITIES: dict[str, Callable[[Mapping[str, str]], Node]] = {ENTITY: cite_node, CLAIM: claim_node}
"""By link or embed type: how an entity of rich text stands in the canonical form."""

LAYOUT = {
    "heading": {"anchor", "level"},
    "table": {"first_column_is_header"},
}
"""By type of block in a stream: fields that only say how it looks."""

UNORDERED = {"card_grid"}
"""Blocks whose lists are teasers: their words count, their order does not."""


def subject_of(obj: Any) -> tuple[str, str]:
    """Type and key that entries of the chain name an object by; an alias is its original."""
    key = getattr(obj, "alias_of_id", None) or obj.pk
    return obj._meta.label_lower, str(key)


def clinical_content(obj: Any) -> bytes:
    """The canonical bytes of an object as it stands in memory, saved or not."""
    return canonical(clinical_text(obj))


def content_hash(obj: Any) -> str:
    """The hash that a sign-off of an object, as it stands in memory, would carry."""
    return hash_of(clinical_content(obj))


def clinical_text(obj: Any) -> ClinicalText:
    """What readers see of an object as content; an alias is in its original's language."""
    original = getattr(obj, "alias_of", None) or obj
    locale = getattr(original, "locale", None)
    keys = {mark.source for _place, text in texts_of(obj) for mark in marks_in(text)}
    token = _CITED.set(standing_sources(keys))
    try:
        content = [(name, field_nodes(obj, name)) for name in obj.clinical_fields]
    finally:
        _CITED.reset(token)
    return ClinicalText(
        type=obj._meta.label_lower,
        language=locale.language_code if locale else "",
        content=content,
    )


def field_nodes(obj: Any, name: str) -> list[Node]:
    """The nodes of one clinical field; a dotted name is a field of child rows."""
    relation, _dot, rest = name.partition(".")
    if rest:
        rows = sorted(getattr(obj, relation).all(), key=lambda row: row.sort_order or 0)
        return [node for row in rows for node in field_nodes(row, rest)]
    return value_nodes(getattr(obj, name))


def value_nodes(value: Any, kind: str = "") -> list[Node]:
    """The nodes of a field's or block's value; ``kind`` is the type of the block around it."""
    if value is None or value == "":
        return []
    if isinstance(value, RichText):
        return nodes_of(value.source, entity)
    if isinstance(value, blocks.StreamValue):
        return [stream_child(child) for child in value]
    if isinstance(value, blocks.StructValue):
        hidden = LAYOUT.get(kind, set())
        fields = [(name, value_nodes(value.get(name), kind)) for name in value.block.child_blocks]
        return [["field", name, *nodes] for name, nodes in fields if nodes and name not in hidden]
    if isinstance(value, blocks.list_block.ListValue):
        items: list[Node] = [["li", *value_nodes(item)] for item in value]
        return sorted(items, key=repr) if kind in UNORDERED else items
    if isinstance(value, TypedTable):
        return table_nodes(value)
    if isinstance(value, models.Model):
        return [object_node(value)]
    if isinstance(value, bool):
        return ["yes"] if value else []
    if isinstance(value, float) and value.is_integer():
        return [str(int(value))]
    return [str(value)]


def stream_child(child: Any) -> Node:
    """A block of a stream with its type."""
    return ["block", child.block_type, *value_nodes(child.value, child.block_type)]


def table_nodes(table: TypedTable) -> list[Node]:
    """A table's own caption, its column headings, its rows."""
    headings: list[Node] = [["th", str(column["heading"])] for column in table.columns]
    rows: list[Node] = [
        ["tr", *(["td", *value_nodes(cell.value)] for cell in row)] for row in table.rows
    ]
    caption: list[Node] = [["caption", table.caption]] if table.caption else []
    return [*caption, ["tr", *headings], *rows]


def object_node(value: models.Model) -> Node:
    """Something chosen: a source by its identity, a picture with its description, else its key."""
    if isinstance(value, Source):
        return ["cite", source_identity(value)]
    if isinstance(value, AbstractImage):
        alt = getattr(value, "contextual_alt_text", None)
        return ["image", str(value.pk), str(alt or "")]
    model = Page if isinstance(value, Page) else type(value)
    return ["object", model._meta.label_lower, str(value.pk)]


def source_identity(source: Source) -> str:
    """What a source counts by, whatever is known about it: DOI, else PMID, else ISBN, else key."""
    known = source.work.identifiers
    for name in ("DOI", "PMID", "ISBN"):
        if name in known:
            return f"{name.lower()}:{known[name]}"
    return f"source:{source.pk}"


def entity(kind: str, attrs: Mapping[str, str]) -> Node:
    """How a link or an embed of rich text begins."""
    if kind in ENTITIES:
        return ENTITIES[kind](attrs)
    if kind:
        return ["link", f"{kind}:{attrs.get('id', '')}"]
    return ["link", attrs.get("href", "")]
