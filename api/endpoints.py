"""The read API: live, public pages, images and documents at ``/api/v2/``.

Read-only and anonymous. ``?search=`` is off here: patients' searches go through
``search`` alone.
"""

from django.urls import include, path
from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet


class Pages(PagesAPIViewSet):
    """Live pages without view restrictions, as JSON."""

    renderer_classes = [JSONRenderer]


class Images(ImagesAPIViewSet):
    """Images of public collections, as JSON."""

    renderer_classes = [JSONRenderer]


class Documents(DocumentsAPIViewSet):
    """Documents of public collections, as JSON."""

    renderer_classes = [JSONRenderer]


router = WagtailAPIRouter("api")
router.register_endpoint("pages", Pages)
router.register_endpoint("images", Images)
router.register_endpoint("documents", Documents)

urlpatterns = [path("api/v2/", include((router.get_urlpatterns(), "api")))]
