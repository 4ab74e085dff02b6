"""Answers a refusal to publish that no view expected: with the reasons, never with an error."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from wagtail.models import Page

from citewell.findings.gate import NotPublishable
from citewell.findings.publishing import refuse


class NotPublishableMiddleware:
    """Programs get 409 and the reasons; people go back to the page and read them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The answer to a refusal; None for every other error."""
        if not isinstance(error, NotPublishable):
            return None
        if not request.accepts("text/html") or getattr(request, "auth", None) is not None:
            detail = {
                "type": "about:blank",
                "title": "Conflict",
                "status": 409,
                "detail": " ".join(error.reasons),
            }
            return JsonResponse(detail, status=409, content_type="application/problem+json")
        refuse(request, error.page, error.reasons)
        if error.page.pk and Page.objects.filter(pk=error.page.pk).exists():
            return redirect("wagtailadmin_pages:edit", error.page.pk)
        return redirect(request.path)
