"""Treatments side by side: benefit, harm, certainty."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.rich_text import CaptionBlock, LineBlock, words_of
from citewell.blocks.struct import ContentStructBlock


class TreatmentBlock(ContentStructBlock):
    """One treatment: what it does for how many, what it may do to them, how sure we are."""

    treatment = blocks.CharBlock(label=_("Treatment"), max_length=150)
    benefit = LineBlock(label=_("Benefit"))
    harm = LineBlock(label=_("Harm"))
    certainty = blocks.ChoiceBlock(
        choices=[
            ("high", _("High")),
            ("moderate", _("Moderate")),
            ("low", _("Low")),
            ("very_low", _("Very low")),
            ("unknown", _("Not known")),
        ],
        default="unknown",
        label=_("Certainty of the evidence"),
        search_index=False,
    )

    class Meta:
        icon = "clipboard-list"
        label = _("Treatment")
        label_format = "{treatment}"


class TreatmentComparisonBlock(ContentStructBlock):
    """Treatments in one table, harms beside benefits."""

    caption = CaptionBlock(label=_("Caption"))
    treatments = blocks.ListBlock(TreatmentBlock(), label=_("Treatments"))

    class Meta:
        icon = "clipboard-list"
        label = _("Treatment comparison")
        group = _("Evidence")
        description = _("Treatments side by side: benefit, harm and how sure we are.")
        label_format = "{caption}"
        template = "citewell/blocks/treatment_comparison.html"
        preview_value = {
            "caption": "<p>Two things people try (an example of the block, not advice)</p>",
            "treatments": [
                {
                    "treatment": "Staying active",
                    "benefit": "<p>May ease pain a little and gets people back sooner.</p>",
                    "harm": "<p>Some soreness at the start.</p>",
                    "certainty": "moderate",
                },
                {
                    "treatment": "Bed rest for days",
                    "benefit": "<p>None shown.</p>",
                    "harm": "<p>Stiffness, weaker muscles.</p>",
                    "certainty": "low",
                },
            ],
        }

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["name"] = words_of(value["caption"])
        return context
