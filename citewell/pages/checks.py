"""System checks of page types: what a developer who adds one most easily forgets.

Each looks at the types that inherit :class:`citewell.pages.models.BasePage`, in whatever
room or project they live.
"""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.db import models
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, TranslatableMixin, get_page_models


@register
def check_page_types(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """``pages.E001`` to ``pages.E006``, for every page type."""
    from citewell.pages.models import BasePage

    types = [model for model in get_page_models() if issubclass(model, BasePage)]
    return [fault for model in types for fault in faults(model)]


def faults(model: type[Page]) -> Iterator[CheckMessage]:
    """What is wrong with one page type."""
    yield from without_template(model)
    yield from without_base_fields(model)
    yield from unsearched(model)
    yield from unread(model)
    yield from unique(model)
    yield from untranslated(model)


def without_template(model: type[Page]) -> Iterator[CheckMessage]:
    """``pages.E001``: the page could not be shown."""
    name = str(model.template)
    try:
        get_template(name)
    except TemplateDoesNotExist:
        yield Error(
            f"{model.__name__} has no template.",
            hint=f"Write templates/{name}; it begins with {{% extends 'base.html' %}}.",
            obj=model,
            id="pages.E001",
        )


def without_base_fields(model: type[Page]) -> Iterator[CheckMessage]:
    """``pages.E002``: the title and the listing's texts would be lost to search or the API."""
    from citewell.pages.models import BasePage

    for name in ("search_fields", "api_fields"):
        own = getattr(model, name)
        if any(field not in own for field in getattr(BasePage, name)):
            yield Error(
                f"{model.__name__}.{name} leaves out what all pages have.",
                hint=f"Begin it with *BasePage.{name}.",
                obj=model,
                id="pages.E002",
            )


def unsearched(model: type[Page]) -> Iterator[CheckMessage]:
    """``pages.E003``: what editors write at length would not be found."""
    known = {field.field_name for field in model.search_fields}
    for field in own_fields(model):
        is_long = isinstance(field, models.TextField | StreamField | RichTextField)
        if is_long and field.name not in known:
            yield Error(
                f"Search does not find what stands in {model.__name__}.{field.name}.",
                hint=f'Add index.SearchField("{field.name}") to search_fields.',
                obj=model,
                id="pages.E003",
            )


def unread(model: type[Page]) -> Iterator[CheckMessage]:
    """``pages.E004``: a body that the read API does not give."""
    known = {getattr(field, "name", field) for field in model.api_fields}
    for field in own_fields(model):
        if isinstance(field, StreamField | RichTextField) and field.name not in known:
            yield Error(
                f"The read API does not give {model.__name__}.{field.name}.",
                hint=f'Add APIField("{field.name}") to api_fields.',
                obj=model,
                id="pages.E004",
            )


def unique(model: type[Page]) -> Iterator[CheckMessage]:
    """``pages.E005``: an alias or a translation, which is a copy, could not be made."""
    for field in own_fields(model):
        if field.unique and not field.primary_key:
            yield Error(
                f"{model.__name__}.{field.name} is unique.",
                hint="Take unique=True away: aliases and translations are copies of their page.",
                obj=model,
                id="pages.E005",
            )


def untranslated(model: type[Page]) -> Iterator[CheckMessage]:
    """``pages.E006``: a page in Polish would name its terms in English."""
    for field in model._meta.local_many_to_many:
        related: Any = field.related_model
        if not issubclass(related, TranslatableMixin):
            yield Error(
                f"{model.__name__}.{field.name} names {related.__name__}, "
                "which has no translations.",
                hint=f"Let {related.__name__} inherit wagtail.models.TranslatableMixin, or "
                "citewell.topics.models.Term where it is a name with an address.",
                obj=model,
                id="pages.E006",
            )


def own_fields(model: type[Page]) -> list[Any]:
    """The columns a type adds to those of Wagtail's page."""
    basic = {field.name for field in Page._meta.concrete_fields}
    inherited = {f"{parent._meta.model_name}_ptr" for parent in model._meta.get_parent_list()}
    return [
        field
        for field in model._meta.concrete_fields
        if field.name not in basic | inherited and field.model is model
    ]
