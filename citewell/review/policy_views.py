"""Settings, Sign-off policy: what sections ask for, and changing it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page, Site

from citewell.review.clinical import ClinicalPage
from citewell.review.covering import is_covered
from citewell.review.ledger import ChainBroken
from citewell.review.models import SignOffPolicy
from citewell.review.policy import CHANGE, CannotChange, change_policy


class PolicyForm(forms.ModelForm):
    """A section, what it asks for, and why."""

    reason = forms.CharField(label=gettext_lazy("Reason"), widget=forms.Textarea(attrs={"rows": 3}))

    class Meta:
        model = SignOffPolicy
        fields = ["section", "mode", "review_interval"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        homes = Site.objects.values("root_page")
        below = Q(pk__in=homes)
        for home in Page.objects.filter(pk__in=homes):
            below |= Q(path__startswith=home.path, depth=home.depth + 1, numchild__gt=0)
        section: Any = self.fields["section"]
        section.queryset = Page.objects.filter(below).order_by("path")

    def _get_validation_exclusions(self) -> set[str]:
        # A section that has a policy gets another one in its place.
        own: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return {*own, "section"}


class PolicyView(WagtailAdminTemplateMixin, FormView):
    """The policies that hold, and the form that changes one; for administrators."""

    template_name = "citewell/review/policy.html"
    page_title = gettext_lazy("Sign-off policy")
    header_icon = "check"
    form_class = PolicyForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        policies = SignOffPolicy.objects.select_related("section").order_by("section__path")
        return {**super().get_context_data(**kwargs), "policies": policies}

    def form_valid(self, form: PolicyForm) -> HttpResponse:
        given = form.cleaned_data
        try:
            unsigned = change_policy(
                given["section"],
                given["mode"],
                self.request.user,
                reason=given["reason"],
                review_interval=given["review_interval"],
            )
        except (CannotChange, ChainBroken) as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("The policy is changed and recorded."))
        context = self.get_context_data(form=self.form_class(), unsigned=unsigned)
        return render(self.request, self.template_name, context)


class PolicyMenuItem(MenuItem):
    """Shown to administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(CHANGE))


@hooks.register("after_publish_page")
def warn_of_unsigned(request: HttpRequest, page: Page) -> None:
    """Tell who published from the editor that nobody signed it, where the policy is to warn."""
    specific = page.specific
    if not isinstance(specific, ClinicalPage):
        return
    if SignOffPolicy.mode_of(page) == SignOffPolicy.Mode.WARN and not is_covered(specific):
        messages.warning(request, _("No clinical reviewer has signed what is live now."))


@hooks.register("register_admin_urls")
def policy_address() -> list[URLPattern]:
    """The one page."""
    return [path("sign-off-policy/", PolicyView.as_view(), name="review_policy")]


@hooks.register("register_settings_menu_item")
def policy_menu_item() -> MenuItem:
    """The page's place in the menu."""
    return PolicyMenuItem(_("Sign-off policy"), reverse("review_policy"), icon_name="check")
