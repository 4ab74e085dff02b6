"""Treatments side by side: benefit, harm, certainty."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.rich_text import LineBlock
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

    caption = blocks.CharBlock(label=_("Caption"), max_length=255)
    treatments = blocks.ListBlock(TreatmentBlock(), label=_("Treatments"))

    class Meta:
        icon = "clipboard-list"
        label = _("Treatment comparison")
        group = _("Evidence")
        description = _("Treatments side by side: benefit, harm and how sure we are.")
        label_format = "{caption}"
        template = "citewell/blocks/treatment_comparison.html"
        preview_value = {
            "caption": "Two things people try (an example of the block, not advice)",
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
