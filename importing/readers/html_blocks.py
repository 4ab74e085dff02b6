"""Putting pieces inside lists, quotes and cards together."""

import re
from dataclasses import dataclass, replace

from importing.document import (
    Block,
    Dropped,
    Heading,
    Image,
    Inline,
    Item,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Teaser,
    block_lines,
    join_lines,
)
from importing.readers.pieces import Piece, Source
from importing.readers.shapes import is_read_more


@dataclass(frozen=True, slots=True)
class _Read:
    item: Item
    beside: tuple[Piece, ...]
    pieces: tuple[Piece, ...]


def item_of(pieces: list[Piece]) -> _Read:
    """A list item; what a list cannot hold (images, tables) is kept beside it."""
    text: list[Inline] = []
    children: list[ListBlock] = []
    beside: list[Piece] = []
    for piece in pieces:
        match piece.block:
            case Paragraph() | Quote():
                text += block_lines(piece.block)
            case ListBlock():
                children.append(piece.block)
            case _:
                beside.append(piece)
    return _Read(Item(join_lines(text), tuple(children)), tuple(beside), tuple(pieces))


def list_of(items: list[_Read], ordered: bool, outside: str) -> list[Piece]:
    """The list, or its contents one by one where the list only lays out a page."""
    if any(isinstance(p.block, Heading | Teaser) for read in items for p in read.pieces):
        return [piece for read in items for piece in read.pieces]
    kept: list[Item] = []
    for read in items:
        # A list that stands between two items belongs to the one before it.
        if read.item.content:
            kept.append(read.item)
        elif read.item.children and kept:
            kept[-1] = replace(kept[-1], children=kept[-1].children + read.item.children)
        elif read.item.children:
            kept += [item for child in read.item.children for item in child.items]
    pieces = [Piece(ListBlock(ordered, tuple(kept)), outside=outside)] if kept else []
    return pieces + [piece for read in items for piece in read.beside]


def quotes_of(pieces: list[Piece]) -> list[Piece]:
    """Paragraphs next to each other become one quote; other blocks stay what they are."""
    out: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece.block, Paragraph | Quote):
            out.append(piece)
            continue
        more = (
            (piece.block.content,) if isinstance(piece.block, Paragraph) else piece.block.paragraphs
        )
        if out and isinstance(last := out[-1].block, Quote):
            out[-1] = replace(out[-1], block=Quote(last.paragraphs + more))
        else:
            out.append(replace(piece, block=Quote(more)))
    return out


def teaser_of(pieces: list[Piece], url: str, source: Source) -> list[Block]:
    """One card from its pieces: a heading (or its linked line), text, an image."""
    title, text, image = "", [], None
    for piece in pieces:
        if isinstance(piece.block, Image):
            image = piece.block
        elif isinstance(piece.block, Heading) and not title:
            title = piece.block.text
        else:
            for line in piece.lines:
                if is_read_more(line):
                    source.dropped.append(Dropped(line, "the link's words on a teaser"))
                else:
                    text.append(line)
    if not title and len(text) > 1 and not re.search(r"[.!?…]$", text[0]):
        title = text.pop(0)
    if not (title or text):
        return []
    return [Teaser(title, " ".join(text), url, image)]


def with_caption(pieces: list[Piece], caption: str, outside: str) -> list[Piece]:
    """A figure's pieces; its caption goes to the last image, or stands as a paragraph."""
    caption = " ".join(caption.split())
    for index in reversed(range(len(pieces))):
        if isinstance(image := pieces[index].block, Image) and not image.caption:
            captioned = replace(pieces[index], block=replace(image, caption=caption))
            return [*pieces[:index], captioned, *pieces[index + 1 :]]
    if caption:
        pieces = [*pieces, Piece(Paragraph((Run(caption),)), outside=outside)]
    return pieces
