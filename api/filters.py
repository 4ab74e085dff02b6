"""Filters of the pages' list: by what a page is about, and by language.

A page is about a term or a condition where its type has a many-to-many field to it, so
that a page type added later is found without a line here.
"""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import Q
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request
from wagtail.api.v2 import filters
from wagtail.api.v2.utils import BadRequestError
from wagtail.models import Locale, get_page_models

from citewell.blocks.public_pages import open_to_all
from citewell.topics.models import BodyArea, Symptom, Topic
from conditions.models import ConditionPage

SUBJECTS: Mapping[str, type[models.Model]] = {
    "topic": Topic,
    "body_area": BodyArea,
    "symptom": Symptom,
    "condition": ConditionPage,
}
"""By parameter: what a page can be about; each has a slug."""


class SubjectFilter(BaseFilterBackend):
    """``?topic=slug``, ``?body_area=``, ``?symptom=``, ``?condition=slug``; all must hold."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        for name, model in SUBJECTS.items():
            if slug := request.GET.get(name):
                queryset = queryset.filter(about(name, model, slug))
        return queryset


def about(name: str, model: type[models.Model], slug: str) -> Q:
    """The pages about what has this slug, in whatever language it stands.

    Raises:
        BadRequestError: there is no such subject, or not for everybody.
    """
    subjects = model._default_manager.filter(slug=slug)
    if model is ConditionPage:
        subjects = subjects.filter(open_to_all())
    keys = list(subjects.values_list("pk", flat=True))
    if not keys:
        raise BadRequestError(f"there is no {model._meta.verbose_name} with the slug {slug!r}")
    rule = Q()
    for page_model in get_page_models():
        for field in page_model._meta.local_many_to_many:
            if field.related_model is model:
                found = page_model.objects.filter(**{f"{field.name}__in": keys})
                rule |= Q(pk__in=found.values("pk"))
    return rule if rule else Q(pk__in=[])


class LocaleFilter(filters.LocaleFilter):
    """``?locale=pl``; a language the site does not have is a plain refusal."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        code = request.GET.get("locale")
        if code is not None and not Locale.objects.filter(language_code=code).exists():
            raise BadRequestError(f"there is no language {code!r}")
        return super().filter_queryset(request, queryset, view)
