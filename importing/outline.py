"""A block of the document as HTML to look at before it becomes a draft. Pure.

The HTML is made from the tree's runs, as a draft's is; nothing of the source comes along.
"""

from html import escape

from importing.document import (
    Block,
    Heading,
    Image,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    Teaser,
    list_html,
    to_html,
)


def block_html(block: Block) -> str:
    """Safe HTML of any block."""
    match block:
        case Heading() | Paragraph():
            return f"<p>{to_html(block.content)}</p>"
        case ListBlock():
            return list_html(block)
        case Quote():
            paragraphs = "".join(f"<p>{to_html(each)}</p>" for each in block.paragraphs)
            return f"<blockquote>{paragraphs}</blockquote>"
        case Table():
            return _table(block)
        case Image():
            return f"<p>{_image(block)}</p>"
        case Teaser():
            return f"<p><strong>{escape(block.title)}</strong> {escape(block.text)}</p>"


def _table(table: Table) -> str:
    rows = []
    for number, row in enumerate(table.rows):
        cells = [
            _cell(cell, "col" if table.header_row and not number else "")
            if column or not table.header_column
            else _cell(cell, "row")
            for column, cell in enumerate(row)
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    return f'<table class="listing">{caption}{"".join(rows)}</table>'


def _cell(content: Inline, scope: str) -> str:
    if scope:
        return f'<th scope="{scope}">{to_html(content)}</th>'
    return f"<td>{to_html(content)}</td>"


def _image(image: Image) -> str:
    words = escape(" – ".join(filter(None, (image.alt, image.caption))) or image.src)
    where = "in the file" if image.data else "at an address, not fetched"
    return f"Image ({where}): {words}"
