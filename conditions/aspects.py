"""The aspects of a condition, in the order patients expect them.

To add one, add a row to ``ASPECTS`` and run ``manage.py makemigrations``.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.anchors import RESERVED, AnchoredStreamBlock
from citewell.blocks.vocabulary import ContentBlock


@dataclass(frozen=True)
class Aspect:
    """One aspect: its name in the stream, its heading on the page, its icon.

    Attributes:
        is_needed: every condition says something of it; a new page begins with it, empty.
    """

    name: str
    heading: str | Promise
    icon: str
    is_needed: bool = True


ASPECTS = (
    Aspect("overview", _("Overview"), "info-circle"),
    Aspect("symptoms", _("Symptoms"), "list-ul"),
    Aspect("causes", _("Causes"), "help"),
    Aspect("diagnosis", _("Diagnosis"), "search"),
    Aspect("treatments", _("Treatments"), "clipboard-list"),
    Aspect("self_care", _("What you can do yourself"), "user"),
    Aspect("living_with_it", _("Living with it"), "home", is_needed=False),
    Aspect("outlook", _("Outlook"), "calendar-alt"),
    Aspect("prevention", _("Prevention"), "lock", is_needed=False),
)
ORDER = {aspect.name: position for position, aspect in enumerate(ASPECTS)}


class AspectsBlock(AnchoredStreamBlock):
    """Each aspect at most once; its content is the vocabulary all pages share."""

    reserved_anchors = RESERVED | ORDER.keys()
    reading_order = tuple(ORDER)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(
            [
                (
                    aspect.name,
                    ContentBlock(required=False, label=aspect.heading, icon=aspect.icon),
                )
                for aspect in ASPECTS
            ],
            block_counts={aspect.name: {"max_num": 1} for aspect in ASPECTS},
            **kwargs,
        )


def in_reading_order(stream: blocks.StreamValue) -> list[blocks.StreamValue.StreamChild]:
    """The aspects that say something, in the order patients expect, whatever the editor's."""
    written = [child for child in stream if child.value]
    return sorted(written, key=lambda child: ORDER[child.block_type])


def needed(block: blocks.StreamBlock) -> blocks.StreamValue:
    """The aspects every condition needs, empty, for a page that begins."""
    names = [aspect.name for aspect in ASPECTS if aspect.is_needed]
    return blocks.StreamValue(
        block, [(name, block.child_blocks[name].to_python([])) for name in names]
    )
