"""Public pictures, served by Django: a path the file system refuses is not found."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views import static


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """The file at ``path`` below ``MEDIA_ROOT``; Django lets names too long for a disk fail."""
    try:
        return static.serve(request, path, document_root=str(settings.MEDIA_ROOT))
    except (OSError, ValueError) as error:
        raise Http404 from error
