"""Leaflets to print, as PDF, and what became of one that somebody holds."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe
from wagtail.models import Page

from citewell.pages.models import BasePage
from citewell.pages.senders import is_too_often
from citewell.pages.visibility import public_pages
from leaflets import codes, pdf
from leaflets.making import SIZES, html_of, kept_at, leaflet_of
from leaflets.models import Leaflet
from leaflets.standing import checked

CHECKS, PDFS = 60, 60
"""What one sender may look up and have written in an hour."""


def page_or_404(page_id: int) -> Any:
    """A page that everybody may open: what is on paper is for everybody."""
    page = public_pages(Page.objects.filter(pk=page_id), None).specific().first()
    if not isinstance(page, BasePage):
        raise Http404
    return page


def asked(request: HttpRequest) -> dict[str, Any]:
    """Size and print as the address asks; what is unknown is A4 and ordinary."""
    size = request.GET.get("size", "")
    return {"size": size if size in SIZES else "a4", "is_large": "large" in request.GET}


@require_safe
def leaflet(request: HttpRequest, page_id: int) -> HttpResponse:
    """The leaflet in the browser, ready to print."""
    page = page_or_404(page_id)
    response = HttpResponse(html_of(page, request, is_pdf=False, **asked(request)))
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def leaflet_pdf(request: HttpRequest, page_id: int) -> HttpResponse:
    """The same as PDF; where none can be written, the leaflet to print."""
    page = page_or_404(page_id)
    options = asked(request)
    if not pdf.is_available():
        return redirect(f"{reverse('leaflet', args=[page.pk])}?{request.GET.urlencode()}")
    if is_too_often(request, "pdf", PDFS):
        return HttpResponse("Please try again later.", status=429, content_type="text/plain")
    html = html_of(page, request, is_pdf=True, **options)
    path = kept_at(leaflet_of(page), html, **options)
    data = pdf.kept(path, html, request.build_absolute_uri("/"))
    name = slugify(page.title, allow_unicode=False) or "leaflet"
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """The form for a code, and the way from it to the answer."""
    if typed := request.GET.get("code", "").strip():
        return redirect("leaflet_check", codes.read(typed) or "unknown")
    return unkept(render(request, "leaflets/check.html"))


@require_safe
def check(request: HttpRequest, code: str) -> HttpResponse:
    """What became of the leaflet with a code; nothing is kept of who asks."""
    if is_too_often(request, "check", CHECKS):
        return unkept(render(request, "leaflets/check.html", {"is_often": True}, status=429))
    known = codes.read(code)
    found = Leaflet.objects.filter(code=known).first() if known else None
    if found is None:
        return unkept(render(request, "leaflets/check.html", {"is_unknown": True}, status=404))
    return unkept(render(request, "leaflets/check.html", {"checked": checked(found, request)}))


def unkept(response: HttpResponse) -> HttpResponse:
    """An answer that neither caches nor search engines keep."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
