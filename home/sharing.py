"""The two sides of a shared draft: what a reader outside sees, and the list in the admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.models import Page, Site

from home.shared_drafts import DAYS, SharedDraft, open_link, share

HEADERS = {
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store, private",
}


@require_safe
@never_cache
def show(request: HttpRequest, signed: str) -> HttpResponse:
    """The draft as its page will look, marked as a draft; 410 where the link has ended."""
    draft = open_link(signed)
    if draft is None:
        response = render(request, "home/shared_draft_ended.html", status=410)
    else:
        page: Any = draft.revision.as_object()
        marks = {"shared_draft": draft}
        response = page.make_preview_request(request, extra_request_attrs=marks)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def links(request: HttpRequest, page_id: int) -> HttpResponse:
    """The links to a page's drafts: make one, take one back.

    Raises:
        PermissionDenied: the user may not edit the page.
    """
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.method == "POST":
        if revoked := request.POST.get("revoke"):
            get_object_or_404(SharedDraft, pk=revoked, page=page).revoke()
            messages.success(request, _("The link was taken back; it opens no more."))
        elif share(page, request.user):
            messages.success(request, _("A link was made. It shows the version saved last."))
        else:
            messages.error(request, _("Save a draft first."))
        return redirect("shared_drafts", page_id)
    site = page.get_site() or Site.find_for_request(request)
    context = {
        "page": page,
        "days": DAYS,
        "root_url": site.root_url if site else "",
        "drafts": SharedDraft.objects.filter(page=page).select_related("created_by"),
    }
    return render(request, "home/shared_drafts.html", context)
