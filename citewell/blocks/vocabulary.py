"""The one vocabulary of blocks that all page types share."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class ContentBlock(blocks.StreamBlock):
    """The body of a page."""

    rich_text = blocks.RichTextBlock(label=_("Text"), icon="pilcrow")
