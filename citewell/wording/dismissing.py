"""Leaving a finding as it is, with a reason, and taking that back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from citewell.wording.advertising import Hit
from citewell.wording.findings import advertising_hits
from citewell.wording.models import Dismissal


class DismissForm(forms.Form):
    """Why the words may stay."""

    reason = forms.CharField(
        label=gettext_lazy("Why the words may stay"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DismissView(WagtailAdminTemplateMixin, FormView):
    """One finding of a page's draft: the rule, the sentence, and a reason to leave it."""

    template_name = "citewell/wording/dismiss.html"
    page_title = gettext_lazy("Leave the words as they are")
    header_icon = "warning"
    form_class = DismissForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=kwargs["page_id"])
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied

    @cached_property
    def hit(self) -> Hit:
        """The finding; not there where the sentence was changed or is dismissed already."""
        draft = self.page.get_latest_revision_as_object()
        for hit in advertising_hits(draft):
            if hit.key == self.kwargs["key"]:
                return hit
        raise Http404("The sentence was changed, or somebody has dealt with it.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "hit": self.hit, "subject": self.page}

    def form_valid(self, form: DismissForm) -> HttpResponse:
        Dismissal.objects.get_or_create(
            page=self.page,
            key=self.hit.key,
            defaults={
                "code": self.hit.rule.code,
                "sentence": self.hit.sentence,
                "reason": form.cleaned_data["reason"],
                "user_id": self.request.user.pk,
            },
        )
        messages.success(self.request, _("The finding is dismissed; your reason is kept."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)
