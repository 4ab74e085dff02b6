"""Risks in natural frequencies: so many of the same number of people."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.icon_array import icon_array
from citewell.blocks.rich_text import CaptionBlock
from citewell.blocks.struct import ContentStructBlock


class RiskOptionBlock(ContentStructBlock):
    """One choice a reader has, and how many of the people it happens to."""

    label = blocks.CharBlock(
        label=_("Who"), max_length=150, help_text=_("Such as: without treatment")
    )
    count = blocks.IntegerBlock(label=_("How many"), min_value=0)

    class Meta:
        icon = "group"
        label = _("Group")
        label_format = "{label}: {count}"


class RiskBlock(ContentStructBlock):
    """Groups compared by the same denominator, drawn as icon arrays and said in words."""

    heading = blocks.CharBlock(
        label=_("What happens"), max_length=150, help_text=_("Such as: Pain again within a year")
    )
    denominator = blocks.ChoiceBlock(
        choices=[("100", "100"), ("1000", "1000"), ("10000", "10 000")],
        default="100",
        label=_("Of how many people"),
        help_text=_("The same for all groups, so that they can be compared."),
        search_index=False,
    )
    options = blocks.ListBlock(RiskOptionBlock(), label=_("Groups"))
    period = blocks.CharBlock(
        required=False, max_length=100, label=_("In which time"), help_text=_("Such as: one year")
    )
    source_note = CaptionBlock(required=False, label=_("Where from"))

    class Meta:
        icon = "group"
        label = _("Risk")
        group = _("Evidence")
        description = _("How many of 100 people, drawn and in words, for each group.")
        label_format = "{heading}"
        template = "citewell/blocks/risk.html"
        preview_value = {
            "heading": "Pain again",
            "denominator": "100",
            "options": [
                {"label": "Without exercise", "count": 50},
                {"label": "With regular exercise", "count": 33},
            ],
            "period": "one year",
            "source_note": "<p>Invented numbers that show the block.</p>",
        }

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["groups"] = groups_of(value)
        context["array_id"] = f"risk-{context.get('block_id') or 'sample'}"
        return context

    def get_searchable_content(self, value: blocks.StructValue) -> list[str]:
        texts: list[str] = super().get_searchable_content(value)
        return [*texts, *(group["words"] for group in groups_of(value))]

    def get_api_representation(
        self, value: blocks.StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        data: dict[str, Any] = super().get_api_representation(value, context=context)
        groups = [
            {name: group[name] for name in ("label", "count", "words")}
            for group in groups_of(value)
        ]
        return {**data, "denominator": denominator_of(value), "options": groups}


def denominator_of(value: blocks.StructValue) -> int:
    """The number of people every group is counted of; 100 where none was chosen."""
    try:
        return int(value["denominator"])
    except (KeyError, TypeError, ValueError):
        return 100


def groups_of(value: blocks.StructValue) -> list[dict[str, Any]]:
    """Each group with its count of the denominator and icon array, and the same in words."""
    denominator = denominator_of(value)
    groups = []
    for option in value.get("options") or ():
        if not option.get("label"):
            continue
        count = min(max(option.get("count") or 0, 0), denominator)
        groups.append(
            {
                "label": option.get("label"),
                "count": count,
                "denominator": denominator,
                "words": in_words(count, denominator, value.get("period")),
                "array": icon_array(count, denominator),
            }
        )
    return groups


def in_words(count: int, denominator: int, period: str | None) -> str:
    """The frequency as a sentence part: "3 of 100 people in one year"."""
    numbers = {
        "count": number_format(count, force_grouping=True),
        "denominator": number_format(denominator, force_grouping=True),
        "period": period,
    }
    if period:
        return gettext("%(count)s of %(denominator)s people in %(period)s") % numbers
    return gettext("%(count)s of %(denominator)s people") % numbers
