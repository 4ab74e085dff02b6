"""Signing in the admin, and what follows it: publishing, withdrawing, minor changes."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from citewell.findings.publishing import publishable
from citewell.review.canonical import content_hash as hash_of
from citewell.review.canonical import read
from citewell.review.confirmation import confirmation
from citewell.review.covering import MINOR, SIGN
from citewell.review.ledger import ChainBroken
from citewell.review.model_checklist import Checklist
from citewell.review.models import SignOff
from citewell.review.presenting import shown_differences
from citewell.review.reading import Reading, reading_of
from citewell.review.sign_form import ReasonForm, SignForm, packed
from citewell.review.signing import (
    CannotSign,
    interval,
    minor_change,
    refuse_person,
    sign,
    withdraw,
)
from citewell.review.translations import news_of_original, original_hash, original_of
from citewell.review.workflow import finish_step


class ReviewView(WagtailAdminTemplateMixin):
    """A view about one clinical page, for those who hold ``permission`` and may edit the page."""

    permission = SIGN
    header_icon = "check"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        page = get_object_or_404(Page.objects.select_related("locale"), pk=kwargs["page_id"])
        self.page = page.specific
        if not hasattr(self.page, "clinical_fields"):
            raise PermissionDenied
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk])}
        return [
            *self.breadcrumbs_items,
            {**edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "page": self.page}


@method_decorator(sensitive_post_parameters("confirmed"), name="dispatch")
class SignView(ReviewView, FormView):
    """What is new, what was found, the questions, the statement; then the signature."""

    page_title = gettext_lazy("Read and sign")
    template_name = "citewell/review/sign.html"
    form_class = SignForm

    @cached_property
    def reading(self) -> Reading:
        """The draft as it is now."""
        return reading_of(self.page)

    @cached_property
    def refusal(self) -> str:
        """Why this person may not sign at all; empty where they may."""
        try:
            refuse_person(self.request.user, self.request)
        except CannotSign as refusal:
            return refusal.reason
        if not confirmation().is_available(self.request.user):
            return str(confirmation().unavailable)
        return ""

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "request": self.request,
            "questions": Checklist.questions_for(self.page),
            "months": interval(self.reading.draft, None),
            "initial": {
                "was_read": packed(self.reading.content),
                "original_read": original_hash(self.page),
            },
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        return {
            **context,
            "reading": self.reading,
            "refusal": self.refusal,
            "original": original_of(self.page),
            "original_news": news_of_original(self.page),
            "questions": [
                (form[f"answer_{number}"], form[f"remark_{number}"])
                for number, _question in enumerate(form.questions, 1)
            ],
        }

    def form_valid(self, form: SignForm) -> HttpResponse:
        content = form.cleaned_data["was_read"]
        try:
            row = sign(
                self.page,
                self.request.user,
                statement=form.cleaned_data["statement"],
                checklist=form.checklist(),
                risk=form.cleaned_data["risk"],
                expected_hash=hash_of(content),
                expected_original=form.cleaned_data["original_read"],
                interval_months=form.cleaned_data["interval_months"],
                request=self.request,
            )
        except (CannotSign, ChainBroken) as refusal:
            form.add_error(None, str(refusal))
            return self.form_again(form, content)
        if finish_step(self.page, self.request):
            messages.success(self.request, _("Your signature ended this step of the workflow."))
        return redirect("review_signed", self.page.pk, row.pk)

    def form_invalid(self, form: SignForm) -> HttpResponse:
        return self.form_again(form, form.cleaned_data.get("was_read") or b"")

    def form_again(self, form: SignForm, content: bytes) -> HttpResponse:
        """The form with its answers; what changed meanwhile stands first, and is read next."""
        meanwhile = []
        if content and content != self.reading.content:
            meanwhile = shown_differences(read(content), read(self.reading.content))
        now = {
            "was_read": packed(self.reading.content),
            "original_read": original_hash(self.page),
        }
        form.data = form.data.dict() | now  # type: ignore[attr-defined]
        return self.render_to_response(self.get_context_data(form=form, meanwhile=meanwhile))


class SignedView(ReviewView, TemplateView):
    """It is signed: what is still missing, and publishing for those who may."""

    page_title = gettext_lazy("Signed")
    template_name = "citewell/review/signed.html"

    @cached_property
    def sign_off(self) -> SignOff:
        """The signature that was just given."""
        about = SignOff.objects.filter(
            subject_type=self.page._meta.label_lower, kind=SignOff.Kind.SIGNED
        )
        return get_object_or_404(about, pk=self.kwargs["sign_off"], subject_id=str(self.page.pk))

    @cached_property
    def reading(self) -> Reading:
        """The draft as it is now."""
        return reading_of(self.page)

    def may_publish(self) -> bool:
        """Whether the signed version waits to go live, and this person may let it."""
        return (
            self.reading.is_covered
            and (not self.page.live or self.page.has_unpublished_changes)
            and self.page.permissions_for_user(self.request.user).can_publish()
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "sign_off": self.sign_off,
            "is_covered": self.reading.is_covered,
            "may_publish": self.may_publish(),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Publish what was signed, unless it changed meanwhile or a finding forbids it."""
        if not self.page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        if not self.may_publish():
            messages.error(request, _("What waits there is not what was signed. Read it again."))
            return redirect("review_sign", self.page.pk)
        if publishable(request, self.reading.draft):
            self.page.get_latest_revision().publish(user=request.user)
            messages.success(request, _("The signed version is live."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)


class ReasonView(ReviewView, FormView):
    """Something that needs a reason and may be refused with one."""

    template_name = "citewell/review/reason.html"
    form_class = ReasonForm
    explanation: Any = ""
    done: Any = ""

    def act(self, reason: str) -> None:
        """Do it.

        Raises:
            CannotSign: it is refused.
        """
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "explanation": self.explanation}

    def form_valid(self, form: ReasonForm) -> HttpResponse:
        try:
            self.act(form.cleaned_data["reason"])
        except (CannotSign, ChainBroken) as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, str(self.done))
        return redirect("wagtailadmin_pages:edit", self.page.pk)


class WithdrawView(ReasonView):
    """Withdraw one signature of a page."""

    page_title = gettext_lazy("Withdraw a sign-off")
    header_icon = "undo"
    explanation = gettext_lazy(
        "A sign-off that is withdrawn covers nothing from now on. It stays in the record, with "
        "your reason. What is live stays live until somebody takes it down; readers are told "
        "that it is not reviewed."
    )
    done = gettext_lazy("The sign-off is withdrawn.")

    def act(self, reason: str) -> None:
        about = SignOff.objects.filter(
            subject_type=self.page._meta.label_lower, subject_id=str(self.page.pk)
        )
        row = get_object_or_404(about, pk=self.kwargs["sign_off"])
        withdraw(row, self.request.user, reason=reason)


class MinorChangeView(ReasonView):
    """Let a mended slip keep the sign-off of the live version."""

    permission = MINOR
    page_title = gettext_lazy("Minor change")
    header_icon = "edit"
    template_name = "citewell/review/minor.html"
    explanation = gettext_lazy(
        "For slips of the pen: a word mended by one letter, or a web address that moved. The "
        "page keeps its sign-off and its review date. Everything else needs a reviewer."
    )
    done = gettext_lazy("Recorded as a minor change. The page can be published.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "reading": reading_of(self.page)}

    def act(self, reason: str) -> None:
        minor_change(self.page, self.request.user, reason)
