"""Care cards: when to get help, and how quickly."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class CareCardBlock(blocks.StructBlock):
    """Signs that need care, how urgently, and what to do."""

    urgency = blocks.ChoiceBlock(
        choices=[
            ("emergency", _("Emergency: act now")),
            ("urgent", _("Urgent: today")),
            ("routine", _("Routine: make an appointment")),
        ],
        label=_("How urgent"),
    )
    heading = blocks.CharBlock(label=_("Heading"))
    signs = blocks.RichTextBlock(label=_("Signs"), features=["bold", "ul", "link"])
    action = blocks.RichTextBlock(label=_("What to do"), features=["bold", "ul", "link"])

    class Meta:
        icon = "warning"
        label = _("Care card")
