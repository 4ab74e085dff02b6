"""What all struct blocks of the vocabulary share."""

from collections.abc import Mapping
from typing import Any

from wagtail import blocks

from citewell.blocks.prepare import prepare_page


class ContentStructBlock(blocks.StructBlock):
    """A struct block that is complete whatever a script gave, and indexes what was written.

    Wagtail leaves out of the value what a dictionary leaves out; and indexes empty
    fields as the word "None".
    """

    def normalize(self, value: Mapping[str, Any]) -> blocks.StructValue:
        if isinstance(value, blocks.StructValue):
            return value
        return super().normalize({**self.empty_values(), **value})

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Whichever block of a page is shown first, all its texts are made ready before."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        if page := context.get("page"):
            prepare_page(page)
        return context

    def empty_values(self) -> dict[str, Any]:
        """Each field's value where none is given; lists are empty."""
        return {
            name: block.empty_value() if hasattr(block, "empty_value") else block.get_default()
            for name, block in self.child_blocks.items()
        }

    def get_searchable_content(self, value: blocks.StructValue) -> list[str]:
        texts: list[str] = []
        for name, block in self.child_blocks.items():
            if (child := value.get(name)) is not None:
                texts.extend(block.get_searchable_content(child))
        return [text for text in texts if text]
