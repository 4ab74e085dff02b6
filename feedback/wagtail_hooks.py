"""Where feedback enters the admin: the reports, and what readers found useful."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import UpdateView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from feedback.handling import CannotClose, close
from feedback.models import ErrorReport, UsefulCount

CHANGE = "feedback.change_errorreport"


class MayHandle:
    """For those who may change reports."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class ReportsView(MayHandle, IndexView):
    """Every report, the open ones first."""

    model = ErrorReport
    page_title = gettext_lazy("Reported errors")
    header_icon = "warning"
    index_url_name = "feedback_reports"
    default_ordering = ["-closed_on", "received_on", "pk"]
    columns = [
        TitleColumn(
            "page_title",
            label=gettext_lazy("Page"),
            get_url=lambda row: reverse("feedback_handle", args=[row.pk]),
        ),
        DateColumn("received_on", label=gettext_lazy("Received on")),
        Column("waits", label=gettext_lazy("Waits"), accessor=lambda row: row.waits_for()),
    ]

    def get_base_queryset(self) -> Any:
        return ErrorReport.objects.all()


class HandleForm(forms.ModelForm):
    """Judge, say that the page is corrected, answer."""

    class Meta:
        model = ErrorReport
        fields = ["verdict", "is_corrected", "answer"]
        widgets = {"verdict": forms.RadioSelect, "answer": forms.Textarea(attrs={"rows": 4})}


class HandleView(MayHandle, WagtailAdminTemplateMixin, UpdateView):
    """One report from reading to closing."""

    model = ErrorReport
    form_class = HandleForm
    page_title = gettext_lazy("Reported error")
    header_icon = "warning"
    template_name = "feedback/handle.html"
    context_object_name = "report"

    def get_object(self, queryset: Any = None) -> ErrorReport:
        return get_object_or_404(ErrorReport, pk=self.kwargs["report_id"])

    def get_page_subtitle(self) -> str:
        return str(self.object.page_title)

    def form_valid(self, form: Any) -> HttpResponse:
        report = form.save(commit=False)
        if report.closed_on:
            form.add_error(None, _("It is closed already."))
            return self.form_invalid(form)
        report.handled_by_id = self.request.user.pk
        report.save()
        if "close" in self.request.POST:
            try:
                close(report, self.request.user)
            except CannotClose as refusal:
                form.add_error(None, str(refusal))
                return self.form_invalid(form)
            messages.success(self.request, _("Closed; the reader's words are erased."))
            return redirect("feedback_reports")
        messages.success(self.request, _("Saved."))
        return redirect("feedback_handle", report.pk)


class UsefulView(MayHandle, IndexView):
    """What readers answered, by page and version."""

    model = UsefulCount
    page_title = gettext_lazy("Was this page useful?")
    header_icon = "help"
    index_url_name = "feedback_useful_counts"
    default_ordering = ["-revision", "page", "answer"]
    columns = [
        Column("page", label=gettext_lazy("Page"), accessor=lambda row: row.page.title),
        Column("revision", label=gettext_lazy("Version")),
        Column("answer", label=gettext_lazy("Answer"), accessor="get_answer_display"),
        Column("count", label=gettext_lazy("Readers")),
    ]

    def get_base_queryset(self) -> Any:
        return UsefulCount.objects.select_related("page")


@hooks.register("register_admin_urls")
def feedback_addresses() -> list[URLPattern]:
    """Reports, one report, counts."""
    return [
        path("feedback/", ReportsView.as_view(), name="feedback_reports"),
        path("feedback/useful/", UsefulView.as_view(), name="feedback_useful_counts"),
        path("feedback/<int:report_id>/", HandleView.as_view(), name="feedback_handle"),
    ]


class FeedbackMenuItem(MenuItem):
    """Shown to those who may handle reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(CHANGE))


@hooks.register("register_reports_menu_item")
def reports_menu_item() -> MenuItem:
    """Reported errors among the reports."""
    return FeedbackMenuItem(
        gettext_lazy("Reported errors"),
        reverse("feedback_reports"),
        icon_name="warning",
        order=1060,
    )


@hooks.register("register_reports_menu_item")
def useful_menu_item() -> MenuItem:
    """Counts among the reports."""
    return FeedbackMenuItem(
        gettext_lazy("Was it useful?"),
        reverse("feedback_useful_counts"),
        icon_name="help",
        order=1061,
    )
