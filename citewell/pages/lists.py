"""Long lists in pages."""

from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.http import HttpRequest


def paginate(request: HttpRequest, entries: Any, per_page: int) -> dict[str, Any]:
    """Context of a list in pages: ``page_obj`` and ``page_range``.

    ``page_obj`` is Django's, its number from ``?page=``; a number that does not exist
    gives the nearest that does. ``page_range`` are the numbers to link, gaps as "…".
    """
    paginator = Paginator(entries, per_page)
    page_obj: ListPage[Any] = paginator.get_page(request.GET.get("page"))
    return {
        "page_obj": page_obj,
        "page_range": list(paginator.get_elided_page_range(page_obj.number, on_ends=1)),
    }
