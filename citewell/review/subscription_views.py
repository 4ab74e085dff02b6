"""A person's calendar address and digest: seen and changed in the admin, paused by a link."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from citewell.review.board_view import may_see_board
from citewell.review.model_subscription import new_key
from citewell.review.models import ReviewSubscription


class SubscriptionView(WagtailAdminTemplateMixin, TemplateView):
    """The address of one's calendar, to be made anew or taken back; the digest."""

    page_title = gettext_lazy("Calendar and digest")
    header_icon = "date"
    template_name = "citewell/review/subscription.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not may_see_board(request.user):
            raise PermissionDenied
        user: Any = request.user
        self.subscription, _made = ReviewSubscription.objects.get_or_create(user=user)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = self.subscription
        return {
            **super().get_context_data(**kwargs),
            "subscription": own,
            "calendar": own.address("calendar") if own.calendar_key else "",
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what the pressed button says."""
        own, action = self.subscription, request.POST.get("action")
        if action == "new":
            own.calendar_key = new_key()
            messages.success(request, _("This is your new address; the one before has ended."))
        elif action == "revoke":
            own.calendar_key = ""
            messages.success(request, _("Your calendar address has ended."))
        elif action in ("pause", "resume"):
            own.is_digest_paused = action == "pause"
            messages.success(request, _("Saved."))
        own.save()
        return redirect("review_subscription")


@csrf_exempt  # mail programs press the button themselves (RFC 8058); the secret is the right
def pause(request: HttpRequest, secret: str) -> HttpResponse:
    """Pause the digest by the link in it: one press, no sign-in.

    A link alone changes nothing, since programs that look through mails open links.
    """
    own = ReviewSubscription.by_secret("digest", secret)
    if own is None:
        raise Http404
    if request.method == "POST":
        own.is_digest_paused = request.POST.get("action") != "resume"
        own.save(update_fields=["is_digest_paused"])
    response = render(request, "citewell/review/pause.html", {"subscription": own})
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
