"""All blocks by name, for the style guide, the documentation and the tests.

The sample of a block is its ``preview_value``: what the block picker shows.
"""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks

from citewell.blocks.vocabulary import ContentBlock
from citewell.references.blocks import ReferenceListBlock


def vocabulary() -> dict[str, blocks.Block]:
    """Every block an editor can choose in the body or the references of a page."""
    reference_list = ReferenceListBlock()
    reference_list.set_name("reference_list")
    return {**ContentBlock().child_blocks, "reference_list": reference_list}


def samples() -> Iterator[tuple[str, blocks.Block, Any]]:
    """Name, block and sample value of each."""
    for name, block in vocabulary().items():
        yield name, block, block.get_preview_value()


def sample_stream() -> blocks.StreamValue:
    """A body that holds one sample of every block of the vocabulary."""
    body = ContentBlock()
    return blocks.StreamValue(
        body, [(name, block.get_preview_value()) for name, block in body.child_blocks.items()]
    )
