"""Key facts: the page in a few sentences."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.rich_text import LineBlock
from citewell.blocks.struct import ContentStructBlock


class KeyFactsBlock(ContentStructBlock):
    """What a reader in a hurry should take away."""

    heading = blocks.CharBlock(required=False, max_length=150, label=_("Heading"))
    facts = blocks.ListBlock(LineBlock(label=_("Fact")), label=_("Facts"))

    class Meta:
        icon = "tick"
        label = _("Key facts")
        group = _("Care")
        description = _("Three to five sentences that stand for the whole page.")
        label_format = "{heading} {facts}"
        template = "citewell/blocks/key_facts.html"
        preview_value = {
            "heading": "Back pain in short",
            "facts": [
                "<p>It is common and rarely dangerous.</p>",
                "<p>Most people feel better within weeks.</p>",
                "<p>Moving helps; long bed rest does not.</p>",
            ],
        }
