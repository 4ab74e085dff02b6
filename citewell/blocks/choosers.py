"""Choosers of pages and documents that tell readers nothing they may not see.

The editor's choice is kept whatever happens to the chosen thing; what is shown, on the
page and in the API, is only what everybody may open.
"""

from collections.abc import Iterable
from typing import Any

from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.models import Page

from citewell.blocks.public_pages import is_public, mark_public


class PageBlock(blocks.PageChooserBlock):
    """A page of the site; all pages of one kind of block come with a fixed number of queries."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Page | None]:
        pages: list[Page | None] = super().bulk_to_python(list(values))
        mark_public(page for page in pages if page)
        return pages

    def get_searchable_content(self, value: Page | None) -> list[str]:
        return []

    def get_api_representation(
        self, value: Page | None, context: dict[str, Any] | None = None
    ) -> dict[str, Any] | None:
        if value is None or not is_public(value):
            return None
        request = (context or {}).get("request")
        return {"title": value.title, "url": value.get_full_url(request)}

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        _name, args, kwargs = super().deconstruct()
        return ("wagtail.blocks.PageChooserBlock", args, kwargs)


class DocumentBlock(DocumentChooserBlock):
    """An uploaded document; those of private collections are not shown."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        documents: list[Any] = super().bulk_to_python(list(values))
        mark_open([document for document in documents if document])
        return documents

    def get_searchable_content(self, value: Any) -> list[str]:
        return [value.title] if value and is_open(value) else []

    def get_api_representation(
        self, value: Any, context: dict[str, Any] | None = None
    ) -> dict[str, Any] | None:
        if not value or not is_open(value):
            return None
        request = (context or {}).get("request")
        url = value.url
        return {
            "title": value.title,
            "url": request.build_absolute_uri(url) if request else url,
            "type": value.file_extension.lower(),
            "size": value.file_size,
        }

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("wagtail.documents.blocks.DocumentChooserBlock", [], {})


def mark_open(documents: list[Any]) -> None:
    """Note on each document whether everybody may load it; one query for all."""
    if not documents:
        return
    public = set(
        get_document_model()
        .objects.filter(pk__in=[document.pk for document in documents])
        .public()
        .values_list("pk", flat=True)
    )
    for document in documents:
        document.is_open = document.pk in public


def is_open(document: Any) -> bool:
    """Whether everybody may load the document."""
    if not hasattr(document, "is_open"):
        mark_open([document])
    return bool(document.is_open)
