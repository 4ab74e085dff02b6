"""A walk over what a stream stores, along the definitions of its blocks.

It makes no block value, so it asks no database. Blocks stand in the order in which the page
is read: a stream whose template shows its children in another order than the editor's names
their types, the first first, in an attribute ``reading_order``.
"""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import StreamField

Leaf = tuple[Any, Any, str]
"""A block that holds no others, its stored value, and where: field, ids and names, with dots."""


def leaves(block: Any, value: Any, place: str = "") -> Iterator[Leaf]:
    """The leaves of a stored value; the place stops at a table's edge."""
    if isinstance(block, StreamBlock):
        for child in in_reading_order(block, value):
            below = f"{place}.{child.get('id') or ''}"
            yield from leaves(block.child_blocks[child["type"]], child.get("value"), below)
    elif isinstance(block, StructBlock):
        for name, child_block in block.child_blocks.items():
            if isinstance(value, dict) and name in value:
                yield from leaves(child_block, value[name], f"{place}.{name}")
    elif isinstance(block, ListBlock):
        for item in value if isinstance(value, list) else ():
            wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
            below = f"{place}.{item.get('id') or ''}" if wrapped else place
            yield from leaves(block.child_block, item["value"] if wrapped else item, below)
    elif isinstance(block, TypedTableBlock):
        yield from _cells(block, value, place)
    else:
        yield block, value, place


def in_reading_order(block: StreamBlock, value: Any) -> list[dict[str, Any]]:
    """The stored children of a stream that its definition knows, as they are read."""
    children = [
        child
        for child in (value if isinstance(value, list) else ())
        if isinstance(child, dict) and child.get("type") in block.child_blocks
    ]
    if order := {name: at for at, name in enumerate(getattr(block, "reading_order", ()))}:
        children.sort(key=lambda child: order.get(child["type"], len(order)))
    return children


def _cells(block: TypedTableBlock, value: Any, place: str) -> Iterator[Leaf]:
    table = value if isinstance(value, dict) else {}
    kinds = [block.child_blocks.get(column.get("type")) for column in table.get("columns") or ()]
    for row in table.get("rows") or ():
        for kind, cell in zip(kinds, row.get("values") or (), strict=False):
            if kind is not None:
                yield from leaves(kind, cell, place)


def texts(block: Any, value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """The place and text of every stored rich text."""
    for leaf, stored, where in leaves(block, value, place):
        if isinstance(leaf, RichTextBlock) and isinstance(stored, str) and stored:
            yield where, stored


def streams_of(model: Any) -> tuple[StreamField, ...]:
    """The stream fields of a page type."""
    fields = model._meta.get_fields()
    return tuple(field for field in fields if isinstance(field, StreamField))


def texts_of(page: Any) -> list[tuple[str, str]]:
    """Place and text of every rich text in the streams of a page, as it stands in memory."""
    return [
        found
        for field in streams_of(type(page))
        for found in texts(field.stream_block, list(getattr(page, field.name).raw_data), field.name)
    ]
