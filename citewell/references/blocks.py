"""The reference list block: what a page stands on, in the editor's order."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock


class ReferenceBlock(blocks.StructBlock):
    """A source of the library, or a line kept exactly as it was pasted."""

    source = SnippetChooserBlock("citewell_references.Source", required=False)
    line = blocks.TextBlock(
        required=False, rows=2, label=_("As pasted"), help_text=_("Kept exactly as it is.")
    )

    class Meta:
        icon = "openquote"
        label = _("Reference")
        label_format = "{source} {line}"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if not cleaned["source"] and not cleaned["line"]:
            raise StructBlockValidationError(
                block_errors={
                    "line": ValidationError(_("Choose a source or paste the reference here."))
                }
            )
        return cleaned


class ReferenceListBlock(blocks.ListBlock):
    """References in order."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(ReferenceBlock(), **kwargs)

    class Meta:
        icon = "list-ol"
        label = _("Reference list")
        group = _("Sources")
        description = _("What the page stands on: sources of the library and pasted lines.")
        template = "citewell/references/reference_list.html"
