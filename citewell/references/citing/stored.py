"""A walk over what a stream stores, along the definitions of its blocks.

It makes no block value, so it asks no database. Blocks stand in the order in which the page
is read: a stream whose template shows its children in another order than the editor's names
their types, the first first, in an attribute ``reading_order``.
"""

import json
from collections.abc import Callable, Iterator
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


Change = Callable[[str, str], str]
"""Takes the place and text of a stored rich text; gives what is stored in its stead."""


def rewritten(block: Any, value: Any, change: Change, place: str = "") -> Any:
    """The stored value with its rich texts changed; everything else as it was, in its order."""
    if isinstance(block, StreamBlock):
        return [
            _with(child, block.child_blocks.get(child.get("type")), change, place)
            for child in (value if isinstance(value, list) else ())
        ]
    if isinstance(block, StructBlock) and isinstance(value, dict):
        names = block.child_blocks
        return {
            name: rewritten(names[name], stored, change, f"{place}.{name}")
            if name in names
            else stored
            for name, stored in value.items()
        }
    if isinstance(block, ListBlock) and isinstance(value, list):
        return [
            _with(item, block.child_block, change, place)
            if isinstance(item, dict) and item.get("type") == "item" and "value" in item
            else rewritten(block.child_block, item, change, place)
            for item in value
        ]
    if isinstance(block, TypedTableBlock) and isinstance(value, dict):
        kinds = [block.child_blocks.get(column.get("type")) for column in value["columns"]]
        rows = [
            {
                **row,
                "values": [
                    rewritten(kind, cell, change, place) if kind is not None else cell
                    for kind, cell in zip(kinds, row["values"], strict=False)
                ],
            }
            for row in value["rows"]
        ]
        return {**value, "rows": rows}
    if isinstance(block, RichTextBlock) and isinstance(value, str):
        return change(place, value) if value else value
    return value


def _with(item: dict[str, Any], block: Any, change: Change, place: str) -> dict[str, Any]:
    below = f"{place}.{item.get('id') or ''}"
    return {**item, "value": rewritten(block, item.get("value"), change, below)}


def rewrite(page: Any, change: Change) -> None:
    """Change the rich texts in the streams of a page in memory."""
    for field in streams_of(type(page)):
        stored = list(getattr(page, field.name).raw_data)
        changed = rewritten(field.stream_block, stored, change, field.name)
        if changed != stored:
            setattr(page, field.name, json.dumps(changed))
