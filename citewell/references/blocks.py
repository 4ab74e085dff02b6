"""The reference list block: what a page stands on, in the editor's order."""

from collections.abc import Iterable
from copy import copy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from citewell.references.citing.status import Status, statuses
from citewell.references.showing import show, style_of


class PastedLineBlock(blocks.TextBlock):
    """Text kept byte for byte: blanks at its ends, odd spaces and all.

    Only line ends change: a browser sends each as two signs, and one was pasted.
    """

    @cached_property
    def field(self) -> forms.CharField:
        return forms.CharField(
            strip=False,
            required=False,
            help_text=_("Kept exactly as it is."),
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def value_from_form(self, value: str) -> str:
        return value.replace("\r\n", "\n")

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("wagtail.blocks.TextBlock", [], {"required": False})


class SourceChooserBlock(SnippetChooserBlock):
    """A source of the library; of one that was merged, the source that stands for it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("citewell_references.Source", **kwargs)

    def to_python(self, value: int | None) -> Any:
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        """One query for all of them, tombstones followed."""
        values = list(values)
        rows = self.model_class.objects.select_related("merged_into")
        found = rows.in_bulk([value for value in values if value is not None])
        sources = [found.get(value) for value in values]
        return [copy(source.standing) if source else None for source in sources]

    def value_from_form(self, value: Any) -> Any:
        chosen = super().value_from_form(value)
        return chosen.standing if chosen else None


class ReferenceBlock(blocks.StructBlock):
    """A source of the library, or a line kept exactly as it was pasted."""

    source = SourceChooserBlock(required=False, label=_("Source of the library"))
    line = PastedLineBlock(label=_("Or as pasted"))

    class Meta:
        icon = "openquote"
        label = _("Reference")

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        is_empty = not cleaned["source"] and not (cleaned["line"] or "").strip()
        if is_empty and not self.is_deferred_validation:
            message = _("Choose a source or paste the reference here.")
            raise StructBlockValidationError(block_errors={"line": ValidationError(message)})
        return cleaned

    def get_searchable_content(self, value: blocks.StructValue) -> list[str]:
        source = value.get("source")
        texts = [str(source)] if source else []
        return [*texts, value["line"]] if value.get("line") else texts

    def get_api_representation(
        self, value: blocks.StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        source = value.get("source")
        return {"source": source.csl if source else None, "line": value.get("line") or ""}


def _for_readers(known: Iterable[Status]) -> list[Status]:
    return [one for one in known if one.is_for_readers]


class ReferenceListBlock(blocks.ListBlock):
    """References in order; the sources of a list come with one query."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(ReferenceBlock(), **kwargs)

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Adds each reference as the site's style writes it, with what is known of its source."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        cited = [item for item in value if item.get("source") or item.get("line")]
        style = style_of(context) if any(item.get("source") for item in cited) else None
        known = statuses([item["source"] for item in cited if item.get("source")])
        context["references"] = [
            (show(item["source"], style), _for_readers(known.get(item["source"].pk, ())))
            if item.get("source") and style
            else (item["line"], [])
            for item in cited
        ]
        return context

    class Meta:
        icon = "list-ol"
        label = _("Reference list")
        group = _("Sources")
        description = _("What the page stands on: sources of the library and pasted lines.")
        template = "citewell/references/reference_list.html"
        preview_value = [
            {"source": None, "line": "Example A. A line as somebody pasted it. Journal, 2020."},
            {"source": None, "line": "Example B. Another line, kept with all its signs; 2021."},
        ]
