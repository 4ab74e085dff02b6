"""Reading and signing a glossary term: the same form and chain as for pages."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from citewell.review.canonical import content_hash as hash_of
from citewell.review.confirmation import confirmation
from citewell.review.content import clinical_content
from citewell.review.covering import SIGN
from citewell.review.ledger import ChainBroken
from citewell.review.sign_form import SignForm, packed
from citewell.review.signing import CannotSign, interval, refuse_person, sign
from citewell.wording.models import GlossaryTerm

LIST = "wagtailsnippets_citewell_wording_glossaryterm:list"


@method_decorator(sensitive_post_parameters("confirmed"), name="dispatch")
class SignTermView(WagtailAdminTemplateMixin, FormView):
    """The term as it would be shown, and the signature."""

    page_title = gettext_lazy("Read and sign")
    header_icon = "check"
    template_name = "citewell/wording/sign_term.html"
    form_class = SignForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not request.user.has_perm(SIGN):
            raise PermissionDenied
        self.term = get_object_or_404(GlossaryTerm, pk=kwargs["term_id"])
        if self.term.latest_revision is None:
            self.term.save_revision()
        self.draft = self.term.get_latest_revision_as_object()

    def get_page_subtitle(self) -> str:
        return self.term.term

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "request": self.request,
            "questions": [],
            "months": interval(self.draft, None),
            "initial": {"was_read": packed(clinical_content(self.draft)), "risk": "routine"},
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        refusal = ""
        try:
            refuse_person(self.request.user, self.request)
        except CannotSign as error:
            refusal = error.reason
        if not refusal and not confirmation().is_available(self.request.user):
            refusal = str(confirmation().unavailable)
        return {**super().get_context_data(**kwargs), "draft": self.draft, "refusal": refusal}

    def form_valid(self, form: SignForm) -> HttpResponse:
        given = form.cleaned_data
        try:
            sign(
                self.term,
                self.request.user,
                statement=given["statement"],
                checklist=[],
                risk=given["risk"],
                interval_months=given["interval_months"],
                expected_hash=hash_of(given["was_read"]),
                request=self.request,
            )
        except (CannotSign, ChainBroken) as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("Signed: readers see this definition now."))
        return redirect(LIST)
