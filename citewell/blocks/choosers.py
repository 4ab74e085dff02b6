"""Choosers of pages and documents that tell readers nothing they may not see.

The editor's choice is kept whatever happens to the chosen thing; what is shown, on the
page and in the API, is only what everybody may open.
"""

from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.models import CollectionViewRestriction, Page

from citewell.blocks.bulk import BulkChooser
from citewell.blocks.linked_pages import load_pages
from citewell.blocks.public_pages import is_public


class PageBlock(BulkChooser, blocks.PageChooserBlock):
    """A page of the site."""

    @classmethod
    def load(cls, keys: set[int]) -> dict[int, Page]:
        return load_pages(keys)

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


class DocumentBlock(BulkChooser, DocumentChooserBlock):
    """An uploaded document; those of private collections are not shown."""

    @classmethod
    def load(cls, keys: set[int]) -> dict[int, Any]:
        documents: dict[int, Any] = with_openness(get_document_model().objects).in_bulk(keys)
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


def with_openness(documents: Any) -> Any:
    """A query whose documents know as ``is_open`` whether everybody may load them."""
    closed = CollectionViewRestriction.objects.alias(
        here=ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    ).filter(here__startswith=F("collection__path"))
    return documents.annotate(is_open=~Exists(closed))


def is_open(document: Any) -> bool:
    """Whether everybody may load the document."""
    if not hasattr(document, "is_open"):
        documents = with_openness(get_document_model().objects.filter(pk=document.pk))
        document.is_open = documents.filter(is_open=True).exists()
    return bool(document.is_open)
