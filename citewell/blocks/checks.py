"""System check ``blocks.E001``: a block of the vocabulary is incomplete."""

from collections.abc import Iterator
from typing import Any

from django.core import checks
from wagtail import blocks
from wagtail.models import get_page_models

PARTS = {
    "icon": 'icon = "…"',
    "label": 'label = _("…")',
    "group": 'group = _("…")',
    "description": 'description = _("…")',
    "template": 'template = "citewell/blocks/….html"',
    "preview_value": "preview_value = {…}",
}
"""What each block's ``Meta`` says, and the line to write."""


def missing_parts(block: blocks.Block) -> list[str]:
    """The parts a block lacks; an icon inherited as a mere placeholder is lacking too."""
    values = {part: getattr(block.meta, part, None) for part in PARTS}
    if values["icon"] == "placeholder":
        values["icon"] = None
    return [part for part, value in values.items() if not value]


@checks.register
def check_vocabulary(app_configs: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Every block an editor can choose explains and shows itself."""
    from citewell.blocks.samples import vocabulary

    offered = [*vocabulary().items(), *blocks_of_page_types()]
    return [
        checks.Error(
            f"The block “{name}” has no {part}.",
            hint=f"Write {PARTS[part]} in the Meta of {type(block).__name__}.",
            obj=type(block),
            id="blocks.E001",
        )
        for name, block in offered
        for part in missing_parts(block)
    ]


def blocks_of_page_types() -> Iterator[tuple[str, blocks.Block]]:
    """Blocks that page types offer beyond the vocabulary, in a body of their own."""
    from citewell.blocks.vocabulary import ContentBlock

    seen: set[type] = set()
    for model in get_page_models():
        for field in model._meta.local_fields:
            body = getattr(field, "stream_block", None)
            if isinstance(body, ContentBlock) and type(body) not in {*seen, ContentBlock}:
                seen.add(type(body))
                for name in body.child_blocks.keys() - ContentBlock.base_blocks.keys():
                    yield name, body.child_blocks[name]
