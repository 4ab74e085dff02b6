"""Documents to download."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.choosers import DocumentBlock, is_open
from citewell.blocks.sample_files import sample_document
from citewell.blocks.struct import ContentStructBlock


def download_sample() -> dict[str, Any]:
    """A leaflet to print."""
    return {"document": sample_document(), "text": ""}


class DownloadBlock(ContentStructBlock):
    """A link to a document that says its type and size before it is loaded."""

    document = DocumentBlock(label=_("Document"))
    text = blocks.CharBlock(
        required=False,
        max_length=255,
        label=_("Words of the link"),
        help_text=_("Empty: its title."),
    )

    class Meta:
        icon = "download"
        label = _("Download")
        group = _("Ways on")
        description = _("A document to load, with its type and size.")
        template = "citewell/blocks/download.html"
        preview_value = staticmethod(download_sample)

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        document = value.get("document")
        context["document"] = document if document and is_open(document) else None
        return context
