"""The rich text editor of the blocks: as Wagtail's, but started when it is needed.

A long page has hundreds of them; what they cost and save is measured by ``make bench-editor``.
"""

from django import forms
from wagtail.admin.rich_text.editors.draftail import (
    DraftailRichTextArea,
    DraftailRichTextAreaAdapter,
)
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register


class LateRichTextArea(DraftailRichTextArea):
    """Shows the text alone until an editor comes near it."""

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(
            js=[versioned_static("citewell/blocks/late-rich-text.js")]
        )


class LateRichTextAreaAdapter(DraftailRichTextAreaAdapter):
    """Names the script's class to the browser."""

    js_constructor = "citewell.blocks.LateRichTextArea"


register(LateRichTextAreaAdapter(), LateRichTextArea)


def started_late(widget: forms.Widget) -> forms.Widget:
    """Ours where ``widget`` is Wagtail's own editor; any other as it is."""
    is_wagtails = type(widget) is DraftailRichTextArea
    return LateRichTextArea(features=getattr(widget, "features", None)) if is_wagtails else widget
