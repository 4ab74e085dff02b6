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
    """One aspect: its name in the stream, its heading on the page, its icon."""

    name: str
    heading: str | Promise
    icon: str


ASPECTS = (
    Aspect("overview", _("Overview"), "info-circle"),
    Aspect("symptoms", _("Symptoms"), "list-ul"),
    Aspect("causes", _("Causes"), "help"),
    Aspect("diagnosis", _("Diagnosis"), "search"),
    Aspect("treatments", _("Treatments"), "clipboard-list"),
    Aspect("self_care", _("What you can do yourself"), "user"),
    Aspect("living_with_it", _("Living with it"), "home"),
    Aspect("outlook", _("Outlook"), "calendar-alt"),
    Aspect("prevention", _("Prevention"), "lock"),
)
ORDER = {aspect.name: position for position, aspect in enumerate(ASPECTS)}


class AspectsBlock(AnchoredStreamBlock):
    """Each aspect at most once; its content is the vocabulary all pages share."""

    reserved_anchors = RESERVED | ORDER.keys()
    reading_order = tuple(ORDER)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(
            [
                (aspect.name, ContentBlock(label=aspect.heading, icon=aspect.icon))
                for aspect in ASPECTS
            ],
            block_counts={aspect.name: {"max_num": 1} for aspect in ASPECTS},
            **kwargs,
        )


def in_reading_order(stream: blocks.StreamValue) -> list[blocks.StreamValue.StreamChild]:
    """The stream's aspects in the order patients expect, whatever the editor's order."""
    return sorted(stream, key=lambda child: ORDER[child.block_type])
