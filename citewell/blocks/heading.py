"""Headings, whose anchors stay when their text changes."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.struct import ContentStructBlock


class HeadingBlock(ContentStructBlock):
    """A heading inside a page; see :mod:`citewell.blocks.anchors` for its anchor."""

    text = blocks.CharBlock(label=_("Heading"), max_length=150)
    level = blocks.ChoiceBlock(
        choices=[("2", _("Heading")), ("3", _("Subheading")), ("4", _("Minor heading"))],
        default="2",
        label=_("Level"),
        search_index=False,
    )
    anchor = blocks.CharBlock(
        required=False,
        max_length=100,
        label=_("Anchor"),
        help_text=_(
            "The end of the address that leads here. Filled from the heading at first; "
            "stays when the heading changes, so that links keep working."
        ),
        search_index=False,
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        group = _("Text")
        description = _("Divides the page; readers can link to it.")
        label_format = "{text}"
        form_layout = blocks.BlockGroup(children=["text", "level"], settings=["anchor"])
        template = "citewell/blocks/heading.html"
        preview_value = {"text": "When rest helps, and when it does not", "level": "2"}
