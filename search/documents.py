"""From pages to search documents, by what each page type declares.

A new page type is searchable as it is: the `SearchField`s of its `search_fields` are its
text (`boost` weighs it) and `RelatedFields` reach into its children. A page type may add,
each where it has it:

- `search_names()`: other names with their kind, `[("slipped disc", "lay"), …]`;
- `search_links()`: its parts, `[("Symptoms", "#symptoms"), …]`;
- `search_reviewed()`: when it was last reviewed (a date);
- `search_hidden = True`: never found.

Many-to-many fields to topics, body areas and the like become facets.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.db import models
from django.utils.html import strip_tags
from django.utils.text import capfirst
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from citewell.topics.models import Term
from search.guidance import PatientWording, wordings
from search.store.interface import Document, Link, Name, Passage

LONGEST_NAME: Final = 255
# Fields that a document carries in its own places.
_APART: Final = frozenset({"title", "listing_summary", "summary"})


def documents(pages: Iterable[Page]) -> Iterator[Document]:
    """The documents of those pages that everybody may read; the others are left out."""
    restricted = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    for page in pages:
        if page.live and not page.path.startswith(restricted or ("\0",)):
            document = document_of(page)
            if document is not None:
                yield document


def document_of(page: Page) -> Document | None:
    """One page's document; None for a page outside every site, or hidden from search."""
    parts = page.get_url_parts()
    if not parts or parts[2] is None or getattr(page, "search_hidden", False):
        return None
    site_id, _root, path = parts
    names = tuple(
        Name(text[:LONGEST_NAME], kind)
        for text, kind in _call(page, "search_names")
        if text.strip()
    )
    given = wordings(page)
    return Document(
        page_id=page.pk,
        site_id=site_id,
        language=page.locale.language_code,
        type=page._meta.label_lower,
        title=page.title,
        url=path,
        names=names,
        summary=strip_tags(str(getattr(page, "shown_summary", page.search_description) or "")),
        passages=tuple(_passages(page, {name.text for name in names})),
        links=tuple(Link(str(label), f"{path}{anchor}") for label, anchor in _links(page)),
        facets=_facets(page),
        unprinted=tuple(words for words, kind in given if kind == PatientWording.Kind.NAME),
        best_for=tuple(words for words, kind in given if kind == PatientWording.Kind.BEST),
        reviewed=str(getattr(page, "search_reviewed", lambda: "")() or ""),
    )


def type_name(label: str) -> str:
    """A page type's label for readers: "Condition", from "conditions.conditionpage"."""
    from django.apps import apps

    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        return ""
    return capfirst(str(model._meta.verbose_name).removesuffix(" page"))


def _call(page: Page, method: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = getattr(page, method, list)()
    return found


def _links(page: Page) -> list[tuple[str, str]]:
    if hasattr(page, "search_links"):
        return _call(page, "search_links")
    if hasattr(page, "aspects_in_order"):
        return [(part.block.label, f"#{part.block_type}") for part in page.aspects_in_order()]
    return []


def _facets(page: Page) -> dict[str, tuple[str, ...]]:
    return {
        field.name: tuple(sorted(str(term) for term in getattr(page, field.name).all()))
        for field in page._meta.many_to_many
        if isinstance(field.related_model, type) and issubclass(field.related_model, Term)
    }


def _passages(page: Page, names: set[str]) -> Iterator[Passage]:
    for field in page.get_search_fields():
        if isinstance(field, index.SearchField) and field.field_name not in _APART:
            text = _text(field.get_value(page))
            if text:
                yield Passage(text, _boost(field))
        elif isinstance(field, index.RelatedFields):
            yield from _related(page, field, names)


def _related(page: Page, field: Any, names: set[str]) -> Iterator[Passage]:
    value = field.get_value(page)
    children = value.all() if isinstance(value, models.Manager) else [value] if value else []
    for child in children:
        for inner in field.fields:
            if isinstance(inner, index.SearchField):
                text = _text(inner.get_value(child))
                if text and text not in names:
                    yield Passage(text, _boost(inner))


def _boost(field: Any) -> float:
    return float(field.boost or 1.0)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return strip_tags(value).strip() if "<" in value else value.strip()
    if isinstance(value, list | tuple | set):
        return "\n".join(text for text in map(_text, value) if text)
    return str(value).strip()
