"""Answers that belong to no page."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Not found, with the search box; also where the database does not answer.

    The second try has no request, so the template's tags ask the database nothing.
    """
    try:
        return render(request, "404.html", status=404)
    except DatabaseError:
        return HttpResponse(render_to_string("404.html"), status=404)
