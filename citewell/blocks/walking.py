"""A walk over all values of a page's streams, each with its place in the editor."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.fields import StreamField
from wagtail.models import Page


@dataclass(frozen=True)
class Place:
    """A block's value, and where it is: the field, and ids and names down to it.

    ``inside`` is the name of the block around it, empty for a whole stream.
    """

    field: str
    path: tuple[str, ...]
    block: Any
    value: Any
    inside: str = ""

    @property
    def block_id(self) -> str:
        """The path as a finding gives it."""
        return ".".join(self.path)


def streams_of(page: Page) -> list[tuple[str, blocks.StreamValue]]:
    """Name and value of every stream field of a specific page."""
    return [
        (field.name, getattr(page, field.name))
        for field in page._meta.get_fields()
        if isinstance(field, StreamField)
    ]


def places(page: Page) -> Iterator[Place]:
    """Every value in every stream of a page, outer ones first."""
    for name, stream in streams_of(page):
        yield from places_in(name, (), stream.stream_block, stream)


def places_in(
    field: str, path: tuple[str, ...], block: Any, value: Any, inside: str = ""
) -> Iterator[Place]:
    """A value and all inside it; the path stops at a table's edge and at unsaved blocks."""
    yield Place(field, path, block, value, inside)
    around = getattr(block, "name", "")
    if isinstance(value, blocks.StreamValue):
        for child in value:
            yield from places_in(field, below(path, child.id), child.block, child.value, around)
    elif isinstance(value, blocks.StructValue):
        for name, child_block in block.child_blocks.items():
            yield from places_in(field, below(path, name), child_block, value.get(name), around)
    elif isinstance(value, blocks.list_block.ListValue):
        for child in value.bound_blocks:
            yield from places_in(field, below(path, child.id), child.block, child.value, around)
    elif isinstance(value, TypedTable):
        for row in value.rows:
            for cell in row:
                yield from places_in(field, path, cell.block, cell.value, around)


def below(path: tuple[str, ...], step: str | None) -> tuple[str, ...]:
    """The path one step further."""
    return (*path, step) if step else path
