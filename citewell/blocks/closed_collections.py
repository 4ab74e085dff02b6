"""Which collections of files not everybody may open."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Collection, CollectionViewRestriction


def closed_collections(request: Any) -> set[int]:
    """Keys of the collections that have a restriction, or stand below one that has.

    Asked once for each request; ``None`` stands for no request.
    """
    inner: HttpRequest | None = getattr(request, "_request", request)  # of REST framework's
    known: set[int] | None = getattr(inner, "_citewell_closed_collections", None)
    if known is not None:
        return known
    roots = list(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    closed: set[int] = set()
    if roots:
        everywhere = Collection.objects.values_list("pk", "path")
        closed = {key for key, path in everywhere if path.startswith(tuple(roots))}
    if inner is not None:
        inner._citewell_closed_collections = closed  # type: ignore[attr-defined]
    return closed


def in_closed_collection(file: Any, request: Any) -> bool:
    """Whether an image or document is not for everybody; False for what is no file."""
    key = getattr(file, "collection_id", None)
    return key is not None and key in closed_collections(request)
