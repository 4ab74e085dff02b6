"""All blocks by name, for the style guide, the documentation and the tests.

The sample of a block is its ``preview_value``: what the block picker shows.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
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


def states(block: blocks.Block) -> Iterator[tuple[str, Any]]:
    """Every state a block can be seen in: a name (empty for the sample itself) and a value.

    Beside the sample: each other choice of its choices, and as little as it needs.
    """
    sample = block.get_preview_value()
    yield "", sample
    if not isinstance(sample, blocks.StructValue):
        return
    for name, child in block.child_blocks.items():
        for key, label in _choices(child):
            if key not in ("", sample.get(name)):
                yield f"{child.label}: {label}", block.normalize({**sample, name: key})
    optional = {
        name: child.get_default()
        for name, child in block.child_blocks.items()
        if not child.required and sample.get(name)
    }
    if optional:
        yield str(_("As little as it needs")), block.normalize({**sample, **optional})


def _choices(block: blocks.Block) -> list[tuple[str, Any]]:
    return list(block.field.choices) if isinstance(block, blocks.ChoiceBlock) else []


def state_streams() -> Iterator[tuple[blocks.Block, list[tuple[str, blocks.StreamValue]]]]:
    """Each block of the vocabulary with its states, each as a body that holds it alone."""
    body = ContentBlock()
    for name, block in body.child_blocks.items():
        yield (
            block,
            [(label, blocks.StreamValue(body, [(name, value)])) for label, value in states(block)],
        )


def sample_stream() -> blocks.StreamValue:
    """A body that holds one sample of every block of the vocabulary."""
    body = ContentBlock()
    return blocks.StreamValue(
        body, [(name, block.get_preview_value()) for name, block in body.child_blocks.items()]
    )
