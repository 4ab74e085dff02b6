"""The read API: live, public pages, images and documents at ``/api/v2/``.

Read-only and anonymous: an answer is the same whoever asks, and holds what everybody may
open. ``?search=`` is off here: patients' searches go through ``search`` alone. What can be
asked stands in ``docs/api.md``.
"""

from typing import Any

from django.db import models
from django.urls import include, path
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from taggit.managers import TaggableManager
from wagtail.api.v2 import filters
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet
from wagtail.documents.api.v2.serializers import DocumentSerializer
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.fields import StreamField
from wagtail.images.api.v2.serializers import ImageSerializer
from wagtail.images.api.v2.views import ImagesAPIViewSet

from api.filters import SUBJECTS, LocaleFilter, SubjectFilter
from api.loading import load
from api.questions import plain_refusals, refuse_unreadable
from api.related import PageSerializer, Related, Serializer
from citewell.blocks.closed_collections import closed_collections
from citewell.blocks.public_pages import open_to_all


class Reading(BaseAPIViewSet):
    """What all three lists share: JSON, plain refusals, loading in bulk."""

    renderer_classes = [JSONRenderer]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        refuse_unreadable(request)

    def listing_view(self, request: Request) -> Response:
        with plain_refusals():
            queryset = self.get_queryset()
            self.check_query_parameters(queryset)
            found = list(self.paginate_queryset(self.filter_queryset(queryset)))
        serializer = self.get_serializer(found, many=True)
        load(found, serializer.child.Meta.fields)
        return self.get_paginated_response(serializer.data)

    def detail_view(self, request: Request, pk: int) -> Response:
        instance = self.get_object()
        serializer = self.get_serializer(instance)
        load([instance], serializer.Meta.fields)
        return Response(serializer.data)

    def find_object(self, queryset: Any, request: Request) -> Any:
        with plain_refusals():
            return super().find_object(queryset, request)

    @classmethod
    def get_available_fields(
        cls, model: type[models.Model], db_fields_only: bool = False
    ) -> list[str]:
        """For filters and order only what one value can be compared with."""
        names: list[str] = super().get_available_fields(model, db_fields_only)
        if not db_fields_only:
            return names
        columns = {field.name: field for field in model._meta.get_fields()}
        return [name for name in names if is_comparable(columns.get(name))]


def is_comparable(field: Any) -> bool:
    """Whether a parameter can name a value of the field: a column of its own, or tags."""
    if isinstance(field, TaggableManager):
        return True
    return isinstance(field, models.Field) and field.concrete and not (
        field.many_to_many or isinstance(field, StreamField)
    )  # fmt: skip


class Pages(Reading, PagesAPIViewSet):
    """Live pages without view restrictions, as JSON."""

    base_serializer_class = PageSerializer
    filter_backends = [
        filters.FieldsFilter,
        SubjectFilter,
        filters.ChildOfFilter,
        filters.AncestorOfFilter,
        filters.DescendantOfFilter,
        filters.OrderingFilter,
        filters.TranslationOfFilter,
        LocaleFilter,
        filters.SearchFilter,
    ]
    known_query_parameters = PagesAPIViewSet.known_query_parameters | SUBJECTS.keys()
    nested_default_fields = [*PagesAPIViewSet.nested_default_fields, "html_url", "locale"]

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().filter(open_to_all()).select_related("locale")

    def get_queryset(self) -> Any:
        # Of one type, Wagtail asks anew and forgets what was joined.
        return super().get_queryset().select_related("locale").order_by("id")


class Files(Reading):
    """Files of collections that everybody may open."""

    def get_queryset(self) -> Any:
        queryset = super().get_queryset().prefetch_related("tags")
        return queryset.exclude(collection__in=closed_collections(self.request))


class Images(Files, ImagesAPIViewSet):
    """Images of public collections, as JSON."""

    class base_serializer_class(Serializer, ImageSerializer):
        """An image, and what it names."""


class Documents(Files, DocumentsAPIViewSet):
    """Documents of public collections, as JSON."""

    class base_serializer_class(Serializer, DocumentSerializer):
        """A document, and what it names."""


class Router(WagtailAPIRouter):
    """Wagtail's; what has no list of its own is serialised by :class:`api.related.Related`."""

    def get_model_endpoint(self, model: type[models.Model]) -> Any:
        return super().get_model_endpoint(model) or ("", Related)

    def get_object_detail_urlpath(self, model: type[models.Model], pk: int) -> str | None:
        if not super().get_model_endpoint(model):
            return None
        url: str = super().get_object_detail_urlpath(model, pk)
        return url


router = Router("api")
router.register_endpoint("pages", Pages)
router.register_endpoint("images", Images)
router.register_endpoint("documents", Documents)

urlpatterns = [path("api/v2/", include((router.get_urlpatterns(), "api")))]
