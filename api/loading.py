"""What the pages of an answer show of other tables, loaded for all of them at once."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import ForeignKey, Model, Prefetch, prefetch_related_objects
from django.db.models.expressions import ExpressionWrapper
from django.db.models.fields import BooleanField
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Page, TranslatableMixin

from citewell.blocks.prepare import prepare_pages
from citewell.blocks.public_pages import open_to_all
from citewell.people.bylines import Byline, add_profiles
from citewell.references.citing.page import citing_of_all
from citewell.references.style_setting import ReferenceStyle


def load(pages: Sequence[Page], names: Iterable[str]) -> None:
    """Fill what the fields ``names`` of pages of one type need; queries do not grow with them."""
    if not pages:
        return
    model, names = type(pages[0]), list(names)
    columns = {field.name: field for field in model._meta.get_fields()}
    fields = [columns[name] for name in names if name in columns]
    streams = [field.name for field in fields if isinstance(field, StreamField)]
    further = ["review_state"] if "review" in names and "review_state" in columns else []
    prefetch_related_objects(list(pages), *prefetches(fields), *further)
    if "sources" in names:
        citing_of_all(pages)
    if streams:
        for page in pages:
            page.reference_style = ReferenceStyle()  # marks are numbers, whatever the site shows
        prepare_pages(pages, streams)
    for field in fields:
        if is_rows(field) and issubclass(field.related_model, Byline):
            rows = [row for page in pages for row in getattr(page, field.name).all()]
            for locale_id in {page.locale_id for page in pages}:
                add_profiles((r for r in rows if r.page.locale_id == locale_id), locale_id, None)


def prefetches(fields: Iterable[Any]) -> list[Prefetch[Any]]:
    """How each relation is loaded: rows with what they point at, pages with who may open them."""
    found = []
    for field in fields:
        if is_rows(field):
            row = field.related_model
            keys = shown_keys(row)
            pages = [key for key in keys if issubclass(key.related_model, Page)]
            joined = [name for key in keys if key not in pages for name in joins(key)]
            found.append(Prefetch(field.name, queryset=joining(row._default_manager.all(), joined)))
            found += [
                Prefetch(f"{field.name}__{key.name}", queryset=named(key.related_model))
                for key in pages
            ]
        elif field.many_to_many or isinstance(field, ForeignKey):
            found.append(Prefetch(field.name, queryset=named(field.related_model)))
    return found


def is_rows(field: Any) -> bool:
    """Whether a relation holds the rows of a page."""
    return field.one_to_many and isinstance(field.remote_field, ParentalKey)


def shown_keys(model: type[Model]) -> list[Any]:
    """The foreign keys of a model that the API shows."""
    names = {field.name for field in getattr(model, "api_fields", ())}
    columns = model._meta.concrete_fields
    return [field for field in columns if isinstance(field, ForeignKey) and field.name in names]


def joins(key: Any) -> list[str]:
    """A foreign key and those of what it leads to, as ``select_related`` names them."""
    return [key.name, *(f"{key.name}__{further.name}" for further in shown_keys(key.related_model))]


def named(model: type[Model]) -> Any:
    """A query of what is named: pages know who may open them, all know their language."""
    queryset = model._default_manager.all()
    if issubclass(model, Page):
        is_public = ExpressionWrapper(open_to_all(), output_field=BooleanField())
        queryset = queryset.annotate(is_public=is_public)
        streams = [field.name for field in model._meta.fields if isinstance(field, StreamField)]
        queryset = queryset.defer(*streams)
    joined = ["locale"] if issubclass(model, TranslatableMixin) else []
    joined += [key.name for key in shown_keys(model) if not issubclass(key.related_model, Page)]
    return joining(queryset, joined)


def joining(queryset: Any, names: Iterable[str]) -> Any:
    """The query with foreign keys joined; Django takes no name at all for every key."""
    names = list(names)
    return queryset.select_related(*names) if names else queryset
