"""All a page's streams made ready at once, so that its queries do not grow with its blocks.

Wagtail loads what blocks of one kind in one stream point at with one query; a page with
nine aspects would still ask nine times for its images, and every rich text asks for the
pages it links to. Here all streams of a page are read first: each kind of chooser loads
once, all rich texts are expanded in one pass. A body does this for its page by itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from citewell.blocks.bulk import BulkChooser, Loaded, loaded
from citewell.blocks.card_pages import CardPageBlock, add_card_images, image_keys
from citewell.blocks.choosers import PageBlock
from citewell.blocks.images import ImageKeyBlock, load_images
from citewell.blocks.linked_pages import load_pages, load_pages_for_cards
from citewell.blocks.rich_text import Prose, linked_pages
from citewell.blocks.walking import streams_of
from citewell.references.citing.page import citing_of_all

Keys = defaultdict[type[BulkChooser], set[int]]
"""By class of chooser: the keys it holds."""

SEPARATOR = "\x1e"
"""The "record separator", which no rich text holds."""


def prepare_page(page: Page) -> None:
    """Load what all streams of a page show; does nothing the second time."""
    if getattr(page, "streams_are_prepared", False):
        return
    page.streams_are_prepared = True
    prepare_pages([page])


def prepare_pages(pages: Iterable[Page], names: Collection[str] | None = None) -> None:
    """Load what the streams of pages show and write out their citations.

    Args:
        names: the streams that are shown; all where none are named.
    """
    pages = list(pages)
    streams = [
        [stream for name, stream in streams_of(page) if names is None or name in names]
        for page in pages
    ]
    citing_of_all([page for page in pages if hasattr(page, "with_marks")])
    with loaded(load(keys_in(stream for its in streams for stream in its))):
        texts = [[text for stream in its for text in texts_in(stream)] for its in streams]
        for page, its_texts in zip(pages, texts, strict=True):
            write_marks(page, its_texts)
        expand(text for its_texts in texts for text in its_texts)


def prepare(streams: Iterable[blocks.StreamValue]) -> None:
    """Load what these streams show and expand their rich texts; citations need their page."""
    streams = list(streams)
    with loaded(load(keys_in(streams))):
        expand(text for stream in streams for text in texts_in(stream))


def write_marks(page: Page, texts: Sequence[Prose]) -> None:
    """Write a page's citations into its rich texts, where its type has a list of sources."""
    if with_marks := getattr(page, "with_marks", None):
        for text, marked in zip(texts, with_marks([text.source for text in texts]), strict=True):
            if marked.text != text.source:
                text.marked, text.expanded = marked, None


def keys_in(streams: Iterable[blocks.StreamValue]) -> Keys:
    """What nobody has loaded yet of these streams."""
    keys: Keys = defaultdict(set)
    for stream in streams:
        for chooser, key in chosen_in(stream):
            keys[chooser].add(key)
    return keys


def load(keys: Keys) -> Loaded:
    """What the keys point at: one query for all pages, one for all images they and others show."""
    load_all = load_pages_for_cards if keys[CardPageBlock] else load_pages
    pages = load_all(keys[PageBlock] | keys[CardPageBlock])
    in_cards = [pages[key] for key in keys[CardPageBlock] & pages.keys()]
    images = load_images(keys[ImageKeyBlock] | image_keys(in_cards))
    add_card_images(in_cards, images)
    objects = {PageBlock: pages, CardPageBlock: pages, ImageKeyBlock: images}
    for kind in keys.keys() - objects.keys():
        objects[kind] = kind.load(keys[kind])
    return {kind: {**dict.fromkeys(keys[kind]), **objects[kind]} for kind in keys}


def chosen_in(stream: blocks.StreamValue) -> Iterator[tuple[type[BulkChooser], int]]:
    """The same for what nobody has read of a stream; the rest is loaded already."""
    for number, child in enumerate(stream._bound_blocks):
        if child is None:
            yield from chosen(stream.stream_block, [stream.raw_data[number]])
        elif isinstance(child.value, blocks.StreamValue):
            yield from chosen_in(child.value)


def chosen(block: Any, data: Any) -> Iterator[tuple[type[BulkChooser], int]]:
    """Each kind of chooser in a block's stored form with the key it holds; links are pages."""
    if isinstance(block, BulkChooser):
        if isinstance(data, int):
            yield type(block), data
    elif isinstance(block, blocks.RichTextBlock):
        for key in linked_pages(data or ""):
            yield PageBlock, key
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
    elif isinstance(block, TypedTableBlock) and isinstance(data, dict):
        kinds = [block.child_blocks.get(column["type"]) for column in data["columns"]]
        for row in data["rows"]:
            for kind, cell in zip(kinds, row["values"], strict=False):
                yield from chosen(kind, cell)


def in_reading_order(stream: blocks.StreamValue) -> list[blocks.StreamValue.StreamChild]:
    """The children of a stream as the page shows them, see ``citing.stored``."""
    order = {name: at for at, name in enumerate(getattr(stream.stream_block, "reading_order", ()))}
    return sorted(stream, key=lambda child: order.get(child.block_type, 0)) if order else [*stream]


def texts_in(value: Any) -> Iterator[Prose]:
    """The rich texts of a value, at any depth, in reading order; turns stored data into values."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, blocks.StreamValue):
        for child in in_reading_order(value):
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
    texts = [text for text in texts if text.expanded is None and SEPARATOR not in text.source]
    if not texts:
        return
    stored = (text.marked.text if text.marked else text.source for text in texts)
    expanded = expand_db_html(SEPARATOR.join(stored))
    for text, html in zip(texts, expanded.split(SEPARATOR), strict=True):
        text.expanded = text.marked.filled(html) if text.marked else html
