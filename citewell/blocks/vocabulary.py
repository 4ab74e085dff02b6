"""The one vocabulary of blocks that all page types share."""

from typing import Any

from wagtail import blocks

from citewell.blocks.anchors import AnchoredStreamBlock
from citewell.blocks.call_to_action import CallToActionBlock
from citewell.blocks.callout import CalloutBlock
from citewell.blocks.card_grid import CardGridBlock
from citewell.blocks.care_card import CareCardBlock
from citewell.blocks.do_and_dont import DoAndDontBlock
from citewell.blocks.download import DownloadBlock
from citewell.blocks.figure import FigureBlock
from citewell.blocks.heading import HeadingBlock
from citewell.blocks.image import ImageInTextBlock
from citewell.blocks.key_facts import KeyFactsBlock
from citewell.blocks.list import ListOfItemsBlock
from citewell.blocks.myth_and_fact import MythAndFactBlock
from citewell.blocks.prepare import prepare, prepare_page
from citewell.blocks.questions_and_answers import QuestionsAndAnswersBlock
from citewell.blocks.quote import QuoteBlock
from citewell.blocks.rich_text import RichTextBlock
from citewell.blocks.risk import RiskBlock
from citewell.blocks.steps import StepsBlock
from citewell.blocks.table import TableBlock
from citewell.blocks.treatment_comparison import TreatmentComparisonBlock
from citewell.blocks.video import VideoBlock


class ContentBlock(AnchoredStreamBlock):
    """The body of a page.

    ``heading_level`` in the context is the level of the first headings inside, 2 where
    none is given: ``{% include_block page.body %}``, or for a body beneath a heading of
    its own ``{% include_block aspect with heading_level=3 %}``.
    """

    heading = HeadingBlock()
    rich_text = RichTextBlock()
    list = ListOfItemsBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    image = ImageInTextBlock()
    figure = FigureBlock()
    video = VideoBlock()
    care_card = CareCardBlock()
    key_facts = KeyFactsBlock()
    do_and_dont = DoAndDontBlock()
    steps = StepsBlock()
    questions_and_answers = QuestionsAndAnswersBlock()
    table = TableBlock()
    treatment_comparison = TreatmentComparisonBlock()
    risk = RiskBlock()
    myth_and_fact = MythAndFactBlock()
    download = DownloadBlock()
    call_to_action = CallToActionBlock()
    card_grid = CardGridBlock()

    class Meta:
        template = "citewell/blocks/content.html"

    def get_context(
        self, value: blocks.StreamValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        if page := context.get("page"):
            prepare_page(page)
        context["parts"] = with_levels(value, int(context.get("heading_level") or 2))
        return context

    def get_api_representation(
        self, value: blocks.StreamValue, context: dict[str, Any] | None = None
    ) -> Any:
        prepare([value])
        return super().get_api_representation(value, context=context)


def with_levels(
    stream: blocks.StreamValue, first_level: int
) -> "list[tuple[blocks.StreamValue.StreamChild, int]]":
    """Each block with the level its heading is shown at: one below the heading before it."""
    parts = []
    level = first_level
    for child in stream:
        if child.block_type == "heading":
            shown = min(first_level + int(child.value.get("level") or 2) - 2, 6)
            parts.append((child, shown))
            level = min(shown + 1, 6)
        else:
            parts.append((child, level))
    return parts
