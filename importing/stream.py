"""From the document tree to the stored form of a page's streams. Pure, no framework.

What the blocks cannot hold is returned as dropped lines and warnings, never left away.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

from importing.document import (
    Block,
    Document,
    Dropped,
    Heading,
    Image,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
    Teaser,
    list_html,
    plain,
    to_html,
)

LONGEST_HEADING = 150
LONGEST_CAPTION = 255
DEEPEST_HEADING = 4
NOT_FETCHED = "an image at an address: nothing is fetched, upload it by hand"
Stored = list[dict[str, Any]]


@dataclass(slots=True)
class Streams:
    """The body and the references as a StreamField stores them."""

    body: Stored = field(default_factory=list)
    references: Stored = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def streams_of(document: Document, images: Mapping[Image, int]) -> Streams:
    """The streams of a document; `images` gives the library's key of those it holds."""
    streams = Streams()
    paragraphs: list[Inline] = []

    def end_text() -> None:
        if paragraphs:
            streams.body.append(_child("rich_text", "".join(map(_paragraph, paragraphs))))
            paragraphs.clear()

    for block in document.blocks:
        if isinstance(block, Paragraph):
            paragraphs.append(block.content)
            continue
        end_text()
        _add(block, images, streams, paragraphs)
    for note in document.footnotes:
        paragraphs.append((Run(f"[{note.mark}]", superscript=True), Run(" "), *note.content))
    end_text()
    _add_teasers(document, images, streams)
    if document.references:
        lines = [{"source": None, "line": each.text} for each in document.references]
        streams.references.append(_child("reference_list", _items(lines)))
    for each in document.references:
        for address in each.links:
            if address not in each.text:
                streams.dropped.append(Dropped(address, "the link of a pasted reference"))
    return streams


def _add(
    block: Block, images: Mapping[Image, int], streams: Streams, paragraphs: list[Inline]
) -> None:
    """Add a block; text that fits in none goes to `paragraphs`, in its place."""
    match block:
        case Heading() if len(block.text) > LONGEST_HEADING:
            streams.warnings.append("A heading was too long for one and became a bold line.")
            paragraphs.append(tuple(replace(run, bold=True) for run in block.content))
        case Heading():
            level = str(min(block.level, DEEPEST_HEADING))
            value = {"text": block.text, "level": level, "anchor": ""}
            streams.body.append(_child("heading", value))
        case ListBlock():
            items = _items([_item(item.content, item.children) for item in block.items])
            streams.body.append(_child("list", {"ordered": block.ordered, "items": items}))
        case Quote():
            text = "\n\n".join(map(plain, block.paragraphs))
            streams.body.append(_child("quote", {"text": text, "attribution": ""}))
        case Table():
            _add_table(block, streams, paragraphs)
        case Image():
            _add_image(block, images, streams)


def _add_table(table: Table, streams: Streams, paragraphs: list[Inline]) -> None:
    caption = table.caption
    if len(caption) > LONGEST_CAPTION:
        paragraphs.append((Run(caption),))
        caption = ""
    head = table.rows[0] if table.header_row else ((),) * len(table.rows[0])
    rows = table.rows[1:] if table.header_row else table.rows
    value = {
        "caption": _paragraph((Run(caption),)) if caption else "",
        "table": {
            "columns": [
                {"type": "rich_text", "heading": plain(cell).replace("\n", " ")} for cell in head
            ],
            "rows": [{"values": [_paragraph(cell) for cell in row]} for row in rows],
            "caption": "",
        },
        "first_column_is_header": table.header_column,
    }
    streams.body.append(_child("table", value))


def _add_image(image: Image, images: Mapping[Image, int], streams: Streams) -> None:
    key = images.get(image)
    if key is None:
        lines = dict.fromkeys(filter(None, (image.alt, image.caption, image.src)))
        streams.dropped += [Dropped(line, NOT_FETCHED) for line in lines]
        return
    picture = {"image": key, "decorative": False, "alt_text": image.alt}
    if image.caption:
        value = {"image": picture, "caption": _paragraph((Run(image.caption),))}
        streams.body.append(_child("figure", value))
    else:
        streams.body.append(_child("image", picture))


def _add_teasers(document: Document, images: Mapping[Image, int], streams: Streams) -> None:
    if not document.teasers:
        return
    heading = document.teasers_heading
    value = {
        "heading": heading if len(heading) <= LONGEST_HEADING else "",
        "cards": _items([_card(teaser, images, streams) for teaser in document.teasers]),
    }
    streams.body.append(_child("card_grid", value))


def _card(teaser: Teaser, images: Mapping[Image, int], streams: Streams) -> dict[str, Any]:
    title, text = teaser.title, teaser.text
    if len(title) > LONGEST_HEADING:
        title, text = "", f"{title}\n{text}".strip()
    picture = None
    if teaser.image and teaser.image in images:
        key = images[teaser.image]
        picture = {"image": key, "decorative": not teaser.image.alt, "alt_text": teaser.image.alt}
    elif teaser.image:
        _add_image(teaser.image, {}, streams)
    return {"page": None, "title": title, "text": text, "image": picture, "url": teaser.url}


def _item(content: Inline, children: tuple[ListBlock, ...]) -> str:
    return _paragraph(content) + "".join(map(list_html, children))


def _paragraph(content: Inline) -> str:
    return f"<p>{to_html(content)}</p>" if content else ""


def _child(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid4())}


def _items(values: list[Any]) -> Stored:
    return [_child("item", value) for value in values]
