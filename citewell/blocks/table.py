"""Tables with a caption, headers and typed columns."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from citewell.blocks.rich_text import CaptionBlock, LineBlock, words_of
from citewell.blocks.struct import ContentStructBlock


class TableBlock(ContentStructBlock):
    """A table of data; cells of rich text can hold links and citations.

    The caption stands in the struct; the one that the inner table brings along is
    hidden in the editor and shown only where the other is empty.
    """

    caption = CaptionBlock(
        required=False,
        label=_("Caption"),
        help_text=_("What the table shows, in one line."),
    )
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Text"), required=False)),
            ("rich_text", LineBlock(label=_("Text with links"), required=False)),
            ("number", blocks.FloatBlock(label=_("Number"), required=False)),
        ],
        label=_("Table"),
    )
    first_column_is_header = blocks.BooleanBlock(
        required=False,
        default=True,
        label=_("First column names the rows"),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        group = _("Evidence")
        description = _("Rows and columns with a caption and headers.")
        label_format = "{caption}"
        form_classname = "struct-block table-block"
        template = "citewell/blocks/table.html"
        preview_value = {
            "caption": "<p>How long common kinds of back pain often last</p>",
            "table": {
                "columns": [
                    {"type": "text", "heading": "Kind"},
                    {"type": "rich_text", "heading": "What usually happens"},
                    {"type": "number", "heading": "Weeks until most feel better"},
                ],
                "rows": [
                    {"values": ["Strain after lifting", "<p>Eases by itself.</p>", 6]},
                    {"values": ["Pain into the leg", "<p>Often takes <b>longer</b>.</p>", 12]},
                ],
                "caption": "",
            },
            "first_column_is_header": True,
        }

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        caption = value.get("caption") or value["table"].caption
        context["caption"] = CaptionBlock().normalize(caption)
        context["name"] = words_of(context["caption"])
        return context
