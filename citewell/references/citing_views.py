"""What the rich text editor asks about citations: sources in words, a window to change one."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.modal_workflow import render_modal_workflow

from citewell.references.citing.author_date import name_of
from citewell.references.citing.marks import LONGEST_LOCATOR
from citewell.references.citing.page import standing_sources
from citewell.references.claim_model import PLAIN_CERTAINTY, Certainty
from citewell.references.source import Source

MOST = 1000  # sources asked about at once


def keys_of(values: list[str]) -> list[int]:
    """The keys among what a browser sent."""
    return [int(one) for one in values[:MOST] if re.fullmatch(r"[0-9]{1,18}", one)]


def describe(source: Source) -> str:
    """A source in one line: author, year, title."""
    return f"{name_of(source.csl, source.raw).rstrip('.')}. {source}"[:300]


class DescribeCitationsView(View):
    """By key, what each source is called and which source stands for it; none for what is gone."""

    def get(self, request: HttpRequest) -> JsonResponse:
        found = standing_sources(keys_of(request.GET.getlist("id")))
        return JsonResponse(
            {
                str(key): {"standing": source.pk, "text": describe(source)}
                for key, source in found.items()
            }
        )


class EditCitationView(View):
    """The window of one mark: its source, where in it, another source, take it out."""

    def get(self, request: HttpRequest) -> HttpResponse:
        keys = keys_of([request.GET.get("id", "")])
        source = standing_sources(keys).get(keys[0]) if keys else None
        context: dict[str, Any] = {
            "source": describe(source) if source else _("The source is no longer in the library."),
            "locator": request.GET.get("locator", "")[:LONGEST_LOCATOR],
            "longest": LONGEST_LOCATOR,
        }
        response: HttpResponse = render_modal_workflow(
            request, "citewell/references/edit_citation.html", None, context, {"step": "edit"}
        )
        return response


class EditClaimView(View):
    """The window of one claim: how sure it is; take the claim out."""

    def get(self, request: HttpRequest) -> HttpResponse:
        given = request.GET.get("certainty", "")
        context = {
            "certainties": [
                (value, label, PLAIN_CERTAINTY[Certainty(value)])
                for value, label in Certainty.choices
            ],
            "given": given if given in Certainty else Certainty.MODERATE,
            "is_new": not given,
        }
        response: HttpResponse = render_modal_workflow(
            request, "citewell/references/edit_claim.html", None, context, {"step": "edit"}
        )
        return response
