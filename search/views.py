"""The search page and the suggestions while typing.

A query is health data: neither view stores, logs or forwards it, and the answers may not
be kept, indexed or told to the next site.
"""

import re
from functools import wraps
from typing import Any, Protocol

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.coreutils import get_supported_content_language_variant

from citewell.pagecache.sites import find_site
from search import indexing
from search.documents import type_name
from search.learning import noting
from search.results import Asked, results_page, ways_on
from search.signposts import signpost
from search.understanding.query import MOST_CHARACTERS

HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


class _View(Protocol):
    def __call__(self, request: HttpRequest) -> HttpResponse: ...


def unkept(view: _View) -> _View:
    """The view, its answer marked as not to be kept by anybody."""

    @wraps(view)
    def marked(request: HttpRequest) -> HttpResponse:
        response = view(request)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    return marked


@csrf_exempt  # a search changes nothing; the form must work without a cookie
@require_http_methods(["GET", "HEAD", "POST"])
@unkept
def search(request: HttpRequest) -> HttpResponse:
    """Results of `q`, by GET (a plain link) or POST (nothing in the address)."""
    asked = Asked.read((request.POST if request.method == "POST" else request.GET).dict())
    site_id, language = _where(request)
    found = results_page(asked, site_id, language) if asked.text else None
    emergency = signpost(request, asked.text, language) if asked.text else None
    token = ""
    if found and not emergency and not asked.chosen and found.page_obj.number == 1:
        token = noting.note(request, asked.text, found.typed, found=found.count > 0)
    context: dict[str, Any] = {
        "search_text": asked.text[:MOST_CHARACTERS],
        "emergency": emergency,
        "token": token,
        "search": found,
        "posted": request.method == "POST",
        "page_address": asked.address(),
        "as_typed_address": asked.address(exact="1"),
        "indexes": ways_on(site_id, language) if found and not found.count else [],
    }
    return render(request, "search/search.html", context)


@csrf_exempt  # sent by the browser on its way to the page chosen; says nothing but a hash
@require_POST
@unkept
def chosen(request: HttpRequest) -> HttpResponse:
    """A result was chosen by somebody who met the words of this token."""
    token = request.POST.get("token", "")
    if not re.fullmatch("[0-9a-f]{16}", token):
        return HttpResponseBadRequest()
    if settings.CITEWELL_SEARCH_LEARNING:
        noting.chosen(token)
    return HttpResponse(status=204)


@require_safe
@unkept
def suggest(request: HttpRequest) -> HttpResponse:
    """Pages whose name begins as typed, and the emergency card's words, as JSON."""
    text = request.GET.get("q", "").replace("\0", " ").strip()
    site_id, language = _where(request)
    emergency = signpost(request, text, language) if text else None
    return JsonResponse(
        {
            "suggestions": [
                {
                    "title": one.title,
                    "url": one.url,
                    "also_called": one.also_called,
                    "type": type_name(one.type),
                }
                for one in indexing.store().suggest(text, site_id, language)
            ],
            "emergency": emergency
            and {
                "text": emergency.text,
                "numbers": [
                    {"number": n.number, "label": n.label, "text": n.text, "href": n.href}
                    for n in emergency.numbers
                ],
                "url": emergency.url,
            },
        }
    )


def _where(request: HttpRequest) -> tuple[int, str]:
    """The site asked and the language read."""
    site = find_site(request)
    try:
        language = get_supported_content_language_variant(get_language() or "")
    except LookupError:
        language = "en"
    return (site.pk if site else 0), language
