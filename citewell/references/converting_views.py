"""The step from an imported article's plain numbers to live citations."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from citewell.references.converting import Numbers, convert, numbers_of


class ConvertNumbersView(WagtailAdminTemplateMixin, TemplateView):
    """Shows the numbers of a page that name its list; one click makes them citations.

    The sure ones are ticked; a doubtful one is shown with its words and is not. It works on
    the latest draft and saves a new one, which the editor publishes as any other.
    """

    page_title = _("Make numbers into citations")
    header_icon = "openquote"
    template_name = "citewell/references/convert_numbers.html"
    _show_breadcrumbs = True

    @cached_property
    def page(self) -> Any:
        """The latest draft; only for who may edit it, and while nobody has locked it."""
        page = get_object_or_404(Page, pk=self.kwargs["page"]).specific
        permissions = page.permissions_for_user(self.request.user)
        if not permissions.can_edit() or permissions.page_locked():
            raise PermissionDenied
        return page.get_latest_revision_as_object()

    @cached_property
    def numbers(self) -> Numbers:
        """What the draft has of plain numbers."""
        return numbers_of(self.page)

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            {"url": self.edit_url, "label": self.page.get_admin_display_title()},
            {"url": "", "label": self.page_title},
        ]

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(numbers=self.numbers, edit_url=self.edit_url, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("fingerprint") != self.numbers.fingerprint:
            messages.warning(request, _now("The page has changed since. Look again, then convert."))
            return redirect(request.path)
        many = convert(self.page, request.POST.getlist("number"), request.user)
        if not many:
            messages.warning(request, _now("No number was ticked; nothing was changed."))
            return redirect(request.path)
        self.page.save_revision(user=request.user, log_action=True)
        done = ngettext(
            "%(n)d number is a citation now, in the draft.",
            "%(n)d numbers are citations now, in the draft.",
            many,
        )
        messages.success(request, done % {"n": many})
        return redirect(self.edit_url)
