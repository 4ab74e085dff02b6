"""All a page's streams made ready at once, so that its queries do not grow with its blocks.

Wagtail loads what blocks of one kind in one stream point at with one query; a page with
nine aspects would still ask nine times for its images, and every rich text asks for the
pages it links to. Here all streams of a page are read first: each kind of chooser loads
once, all rich texts are expanded in one pass. A body does this for its page by itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from citewell.blocks.bulk import BulkChooser, loaded
from citewell.blocks.rich_text import Prose
from citewell.blocks.walking import streams_of

SEPARATOR = "\x1e"
"""The "record separator", which no rich text holds."""


def prepare_page(page: Page) -> None:
    """Load what all streams of a page show; does nothing the second time."""
    if getattr(page, "streams_are_prepared", False):
        return
    page.streams_are_prepared = True
    prepare([stream for _name, stream in streams_of(page)])


def prepare(streams: Iterable[blocks.StreamValue]) -> None:
    """Load what these streams show and expand their rich texts."""
    streams = list(streams)
    choosers: dict[type, BulkChooser] = {}
    keys: dict[type, set[int]] = defaultdict(set)
    for stream in streams:
        for chooser, key in chosen_in(stream):
            choosers[type(chooser)] = chooser
            keys[type(chooser)].add(key)
    with loaded({kind: chooser.load(keys[kind]) for kind, chooser in choosers.items()}):
        texts = [text for stream in streams for text in texts_in(stream)]
    expand(texts)


def chosen_in(stream: blocks.StreamValue) -> Iterator[tuple[BulkChooser, int]]:
    """The same for what nobody has read of a stream; the rest is loaded already."""
    for number, child in enumerate(stream._bound_blocks):
        if child is None:
            yield from chosen(stream.stream_block, [stream.raw_data[number]])
        elif isinstance(child.value, blocks.StreamValue):
            yield from chosen_in(child.value)


def chosen(block: Any, data: Any) -> Iterator[tuple[BulkChooser, int]]:
    """Each chooser in a block's stored form with the key it holds."""
    if isinstance(block, BulkChooser):
        if isinstance(data, int):
            yield block, data
    elif isinstance(block, blocks.StreamBlock):
        for item in data or ():
            yield from chosen(block.child_blocks.get(item["type"]), item["value"])
    elif isinstance(block, blocks.StructBlock) and isinstance(data, dict):
        for name, child in block.child_blocks.items():
            yield from chosen(child, data.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in data or ():
            is_wrapped = block._item_is_in_block_format(item)
            yield from chosen(block.child_block, item["value"] if is_wrapped else item)


def texts_in(value: Any) -> Iterator[Prose]:
    """The rich texts of a value, at any depth; reading it turns stored data into values."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, blocks.StreamValue):
        for child in value:
            yield from texts_in(child.value)
    elif isinstance(value, blocks.StructValue):
        for child in value.values():
            yield from texts_in(child)
    elif isinstance(value, blocks.list_block.ListValue):
        for child in value:
            yield from texts_in(child)
    elif isinstance(value, TypedTable):
        for row in value.row_data:
            for cell in row["values"]:
                yield from texts_in(cell)


def expand(texts: Iterable[Prose]) -> None:
    """Turn stored links and embeds into HTML, one pass for all texts."""
    texts = [text for text in texts if SEPARATOR not in text.source]
    if not texts:
        return
    expanded = expand_db_html(SEPARATOR.join(text.source for text in texts))
    for text, html in zip(texts, expanded.split(SEPARATOR), strict=True):
        text.expanded = html
