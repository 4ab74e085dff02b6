"""Care cards: when to get help, and how quickly."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.rich_text import ProseBlock
from citewell.blocks.struct import ContentStructBlock


class CareCardBlock(ContentStructBlock):
    """Signs that need care, how urgently, and what to do."""

    urgency = blocks.ChoiceBlock(
        choices=[
            ("emergency", _("Emergency: act now")),
            ("urgent", _("Urgent: today")),
            ("routine", _("Routine: make an appointment")),
        ],
        label=_("How urgent"),
        search_index=False,
    )
    heading = blocks.CharBlock(label=_("Heading"), max_length=150)
    signs = ProseBlock(label=_("Signs"))
    action = ProseBlock(label=_("What to do"))

    class Meta:
        icon = "warning"
        label = _("Care card")
        group = _("Care")
        description = _("When to get help, how quickly, and what to do.")
        label_format = "{urgency}: {heading}"
        template = "citewell/blocks/care_card.html"
        preview_value = {
            "urgency": "emergency",
            "heading": "Get help now if you have back pain and",
            "signs": (
                "<ul><li>you cannot control your bladder or bowels, or cannot pass urine</li>"
                "<li>you feel numb between the legs or around the bottom</li>"
                "<li>both legs become weak</li></ul>"
            ),
            "action": "<p>Go to the nearest emergency department. Do not wait.</p>",
        }
