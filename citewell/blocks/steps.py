"""Steps: how to do something, in order."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.rich_text import ProseBlock
from citewell.blocks.struct import ContentStructBlock


class StepBlock(ContentStructBlock):
    """One step."""

    title = blocks.CharBlock(label=_("In short"), max_length=150)
    text = ProseBlock(required=False, label=_("How"))

    class Meta:
        icon = "arrow-right"
        label = _("Step")
        label_format = "{title}"


class StepsBlock(ContentStructBlock):
    """Numbered steps."""

    heading = blocks.CharBlock(required=False, max_length=150, label=_("Heading"))
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"))

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        group = _("Care")
        description = _("How to do something, one step after another.")
        label_format = "{heading} {steps}"
        template = "citewell/blocks/steps.html"
        preview_value = {
            "heading": "Getting out of bed with a sore back",
            "steps": [
                {"title": "Roll onto your side", "text": "<p>Bend both knees first.</p>"},
                {"title": "Let your legs down", "text": "<p>Push up with your arms.</p>"},
                {"title": "Sit, then stand", "text": "<p>Wait until you feel steady.</p>"},
            ],
        }
